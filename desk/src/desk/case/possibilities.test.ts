import type { ActivityView, PossibilityView } from '@percorso/server/contract';
import { describe, expect, it } from 'vitest';
import { isTaskFirst, sortPossibilities } from './possibilities.ts';

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

describe('a task of one’s own', () => {
  const task = (some: Partial<ActivityView>) =>
    ({ status: 'open', mine: true, overdue: false, ...some }) as ActivityView;
  const calm = sortPossibilities([possibility('PAUSE', { emphasis: 'quiet' })], ['case-manager']);
  const busy = sortPossibilities([possibility('GO', { emphasis: 'primary' })], ['case-manager']);

  it('goes first where no action is the obvious one', () => {
    expect(isTaskFirst([task({})], calm)).toBe(true);
    expect(isTaskFirst([task({})], busy)).toBe(false);
  });

  it('goes first when it is late', () => {
    expect(isTaskFirst([task({ overdue: true })], busy)).toBe(true);
  });

  it('is neither somebody else’s nor one that is over', () => {
    expect(isTaskFirst([task({ mine: false, overdue: true })], calm)).toBe(false);
    expect(isTaskFirst([task({ status: 'completed' })], calm)).toBe(false);
  });
});
