import { buildDesk } from '../scripts/build-desk.ts';

/** Vitest's global set-up of the `browser` project: the pages, unless they are built already. */
export default function setUp(): Promise<void> {
  return buildDesk(() => {});
}
