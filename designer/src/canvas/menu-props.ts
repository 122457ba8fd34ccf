import type { MenuProps } from '@mantine/core';

/**
 * What all menus of the drawing share. They stand inside the drawing, so that they are part of the
 * page's regions; the first entry, marked by `data-autofocus`, has the focus, and not an empty
 * placeholder, which has no place in a menu.
 */
export const MENU = {
  shadow: 'md',
  transitionProps: { duration: 0 },
  withInitialFocusPlaceholder: false,
  portalProps: { target: '.canvas' },
} as const satisfies Partial<MenuProps>;
