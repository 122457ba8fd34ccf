import type { Language, Words } from '../../document.ts';
import { pointer } from '../../parse/problem.ts';
import type { Check } from '../check-kind.ts';

/** Two steps of one name, in either language, can't be told apart in a list or a message. */
export const labelRepeated: Check = ({ document }) => {
  const named = Object.entries(document.steps);
  const groupsIn = (language: Language) =>
    [...Map.groupBy(named, ([, { label }]) => label[language].trim().toLowerCase()).values()]
      .filter((group) => group.length > 1)
      .map((group) => ({ language, group }));
  const said = new Set<string>();
  return [...groupsIn('it'), ...groupsIn('en')].flatMap(({ language, group }) => {
    const keys = group.map(([step]) => step);
    if (said.has(keys.join())) return [];
    said.add(keys.join());
    const elements = keys.map((step) => ({ pointer: pointer(['steps', step, 'label']), step }));
    const message = called(group[0]![1].label[language], group.length, language);
    return [{ severity: 'warning' as const, elements, message }];
  });
};

function called(name: string, count: number, language: Language): Words {
  const [it, en] = language === 'it' ? ['in italiano', 'in Italian'] : ['in inglese', 'in English'];
  return {
    it: `${count} passi si chiamano ${it} «${name}»: dai a ciascuno un nome suo.`,
    en: `${count} steps are called “${name}” ${en}: give each a name of its own.`,
  };
}
