import { useEffect, useRef } from 'react';

/** As long as a dialog needs to give the focus back to what opened it, if that is still there. */
const AFTER_DIALOG_MS = 60;

/**
 * The heading of a panel that took another's place. Where the focus was on what has gone, it goes
 * on from the heading; on a phone the panel, which stands below the drawing, comes into view.
 */
export function useHeading(comesIntoView = true) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const isLost = document.activeElement === document.body;
      if (isLost) heading.current?.focus();
      const isBelow = window.matchMedia('(max-width: 48em)').matches;
      if (isBelow && comesIntoView) heading.current?.scrollIntoView({ block: 'start' });
    }, AFTER_DIALOG_MS);
    return () => clearTimeout(timer);
  }, [comesIntoView]);
  return { ref: heading, tabIndex: -1 };
}
