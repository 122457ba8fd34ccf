import './skip-button.css';

interface Props {
  readonly label: string;
  readonly onSkip: () => void;
}

/** Leads past a drawing, which has a stop for every step; seen only while the focus is on it. */
export function SkipButton({ label, onSkip }: Props) {
  return (
    <button type="button" className="map-skip" onClick={onSkip}>
      {label}
    </button>
  );
}
