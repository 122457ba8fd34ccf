/**
 * A page with one diagram, to be measured: `?with=editor&steps=60`, or `with=bpmn-js`
 * for the same pathway as BPMN 2.0 in the other editor. What can be asked of it is `window.bench`.
 */
import './page.css';
import { exportBpmn } from '@percorso/designer/exchange';
import { check } from '@percorso/engine';
import { layOut } from '../../designer/src/layout/lay-out.ts';
import { syntheticPathway } from '../synthetic-pathway.ts';
import { longestTaskMs } from './longest-task.ts';

declare global {
  interface Window {
    bench: typeof bench;
  }
}

const asked = new URLSearchParams(location.search);
const document = syntheticPathway(Number(asked.get('steps')));
const root = globalThis.document.getElementById('root')!;

const bench = {
  /** The milliseconds of each structural check, as it runs while somebody draws. */
  structuralChecks(times: number): number[] {
    return Array.from({ length: times }, () => {
      const begin = performance.now();
      check(document, { isQuick: true });
      return performance.now() - begin;
    });
  },
  /** What a fresh layout costs, and the longest that the page could not answer meanwhile. */
  async layout(): Promise<{ totalMs: number; longestTaskMs: number }> {
    const begin = performance.now();
    const longest = await longestTaskMs(() => layOut(document, { isFresh: true }));
    return { totalMs: performance.now() - begin, longestTaskMs: longest };
  },
};
window.bench = bench;

switch (asked.get('with')) {
  case 'editor':
    (await import('./open-editor.tsx')).openEditor(root, document);
    break;
  case 'bpmn-js': {
    const { xml } = await exportBpmn(document);
    await (await import('./open-bpmn.ts')).openBpmn(root, xml);
  }
}
