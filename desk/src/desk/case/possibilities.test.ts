import type { PossibilityView } from '@percorso/server/contract';
import { describe, expect, it } from 'vitest';
import { sortPossibilities } from './possibilities.ts';

function possibility(action: string, some: Partial<PossibilityView> = {}): PossibilityView {
  return {
    action,
    label: { it: action, en: action },
    roles: ['case-manager'],
    emphasis: 'normal',
    leadsTo: [],
    verdict: 'yes',
    ...some,
  };
}

const names = (list: readonly PossibilityView[]) => list.map(({ action }) => action);

describe('the possibilities of a case', () => {
  const sorted = sortPossibilities(
    [
      possibility('CLOSE', { emphasis: 'final' }),
      possibility('PAUSE', { emphasis: 'quiet' }),
      possibility('LAB'),
      possibility('ENROL', { emphasis: 'primary', verdict: 'no' }),
      possibility('TRAIN', { emphasis: 'primary', verdict: 'depends' }),
      possibility('HELP', { roles: ['youth'] }),
      possibility('PAY', { roles: ['youth'], verdict: 'no' }),
    ],
    ['case-manager'],
  );

  it('make one obvious thing of the first primary action that is possible', () => {
    expect(sorted.primary?.action).toBe('TRAIN');
  });

  it('put the quiet ones after the others and set apart what ends the case', () => {
    expect(names(sorted.others)).toEqual(['LAB', 'PAUSE']);
    expect(names(sorted.final)).toEqual(['CLOSE']);
  });

  it('keep what is refused apart from what is for somebody else', () => {
    expect(names(sorted.refused)).toEqual(['ENROL']);
    expect(names(sorted.elsewhere)).toEqual(['HELP']);
  });
});
