import type { Reader } from '../reader.ts';
import { caseAbilities } from './cases.ts';
import { taskAbilities } from './tasks.ts';

export const changeAbilities = {
  'changes.follow': (reader: Reader) =>
    caseAbilities['cases.read'](reader) || taskAbilities['tasks.read'](reader),
};
