import type { CaseState } from '@percorso/engine';
import { type No, no } from '../../http/problems.ts';
import type { LoadedCase } from '../load-case.ts';

/**
 * Why nothing of the kind may be done to a case: it was erased, or it has ended. An end that a step
 * of its pathway brought about may still be undone; one from outside may not.
 */
export function whyClosed(loaded: LoadedCase, isUndoing: boolean): No | undefined {
  if (loaded.isErased) return no('trace-erased');
  if (loaded.status === 'active') return undefined;
  if (!isUndoing) return no('case-ended', { detail: ENDED });
  if ((JSON.parse(loaded.snapshot) as CaseState).status === 'active') {
    return no('case-ended', { detail: ENDED_ELSEWHERE });
  }
  // The case around it learns of the end at once, and goes on from there.
  return loaded.parentCaseId === null ? undefined : no('undo-sub-case');
}

const ENDED = {
  it: 'Il caso è concluso: si può solo annullare l’ultima cosa accaduta.',
  en: 'The case has ended: only the last thing that happened can be undone.',
};
const ENDED_ELSEWHERE = {
  it: 'Il caso è stato chiuso da fuori (un doppione, o il percorso principale): non si riapre da qui.',
  en: 'The case was closed from outside (a duplicate, or the main pathway): it can’t be opened here.',
};
