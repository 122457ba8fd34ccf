import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { PathwayPage, type PathwayPageProps } from './PathwayPage.tsx';

interface Props extends PathwayPageProps {
  /** The window for printing was closed; what was printed is not known. */
  readonly onDone: () => void;
}

/** Opens the browser's window for printing, with the pathway's page and nothing else on it. */
export function PrintPathway({ onDone, ...page }: Props) {
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const after = () => done();
    window.addEventListener('afterprint', after);
    // Not at once: the page has to be there, and an effect that React tries twice prints once.
    const printing = setTimeout(() => window.print());
    return () => {
      clearTimeout(printing);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return createPortal(
    <div className="pathway-print">
      <PathwayPage {...page} />
    </div>,
    globalThis.document.body,
  );
}
