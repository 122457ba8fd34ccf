import { check, type Finding, type PathwayDocument } from '@percorso/engine';
import { useEffect, useState } from 'react';
import type { CheckState } from '../editor/editor-context.ts';

const NONE: readonly Finding[] = [];
const NOTHING_YET: CheckState = { findings: NONE, extent: 'drawing', isRunning: true };

/** What the checks say of the present document. */
export function useChecks(document: PathwayDocument): CheckState {
  const [state, setState] = useState(NOTHING_YET);
  useEffect(() => {
    const soon = setTimeout(() => {
      const { findings } = check(document, { isQuick: true });
      setState({ findings, extent: 'drawing', isRunning: false });
    }, 200);
    return () => clearTimeout(soon);
  }, [document]);
  return state;
}
