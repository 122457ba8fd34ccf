import type { Assignee, MachineInvoke, PathwayDocument, Words } from '@percorso/engine';
import { own } from '../../commands/edit/records.ts';
import { durationWords } from '../../duration-words.ts';
import type { Installation } from '../../editor/props.ts';
import { ACTIVITY_WORDS, ROLE_WORDS } from '../named-words.ts';
import { said } from '../sentences.ts';
import { ACTIVITY } from './words.ts';

/** Who does an activity, as people say it. */
export function assigneeWords(
  document: PathwayDocument,
  installation: Installation,
  assignee: Assignee,
): Words {
  if ('role' in assignee) return ROLE_WORDS[assignee.role];
  const { organisation } = assignee;
  if (typeof organisation === 'string') {
    const name = installation.organisations.find(({ id }) => id === organisation)?.name;
    return name === undefined ? ACTIVITY.unknownOrganisation : { it: name, en: name };
  }
  return factLabel(document, organisation.fact);
}

/** What a fact is called, by its full name such as `case.goal`. */
export function factLabel(document: PathwayDocument, fact: string): Words {
  const [of, name] = fact.split('.');
  const schema = of === 'participant' ? document.participant : document.data;
  return own(schema.properties, name)?.label ?? { it: fact, en: fact };
}

/** An activity's kind, who does it and until when, in one line. */
export function activityDetail(
  document: PathwayDocument,
  installation: Installation,
  { src, input }: MachineInvoke,
): Words {
  const { assignee, due } = input;
  const who = assignee && assigneeWords(document, installation, assignee);
  const until = due === undefined ? undefined : durationWords(due);
  return said((language) => {
    const term = until?.[language].replace(/^(dopo|after) /, '');
    return [
      ACTIVITY_WORDS[src].label[language],
      who?.[language],
      term === undefined ? undefined : `${ACTIVITY.within[language]} ${term}`,
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  });
}
