import { useEffect } from 'react';

/**
 * Gives the focus back to what opened a window, when the window goes. Mantine's own return waits
 * for a window that closes; ours are taken away.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const opener = openerOf(document.activeElement);
    return () => {
      const heading = document.querySelector<HTMLElement>('[data-page-heading]');
      const target = opener?.isConnected ? opener : heading;
      target?.focus({ preventScroll: true });
    };
  }, []);
}

/** The entry of a menu is gone with its menu: the button that opened the menu stays. */
function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role=menu]');
  const opener = menu
    ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
    : focused;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
