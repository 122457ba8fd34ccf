const SHAPES = {
  present: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  walked: <path d="M2.5 8.5l3.5 3.5 7.5-8" />,
  ahead: <circle cx="8" cy="8" r="5" />,
  arrow: <path d="M1.5 8h12M9 3.5L13.5 8 9 12.5" />,
} as const;

/** A small sign, drawn: not every typeface has it. Words beside it say the same. */
export function Sign({ shape }: { readonly shape: keyof typeof SHAPES }) {
  return (
    <svg
      className="pathway-sign"
      viewBox="0 0 16 16"
      width="0.85em"
      height="0.85em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[shape]}
    </svg>
  );
}
