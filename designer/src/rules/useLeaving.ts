import { useRef, useState } from 'react';

/** Asks before something unsaved is left, and brings the focus back for who stays. */
export function useLeaving(isUnsaved: boolean) {
  const [then, setThen] = useState<() => void>();
  const wasAt = useRef<Element | null>(null);
  const forget = () => setThen(undefined);
  return {
    /** What was wanted, while it is being asked. */
    then,
    forget,
    leave: (next: () => void) => {
      if (!isUnsaved) return next();
      wasAt.current = window.document.activeElement;
      setThen(() => next);
    },
    stay: () => {
      forget();
      if (wasAt.current instanceof HTMLElement) wasAt.current.focus();
    },
  };
}
