/** Tasks that the new version gives to somebody else, told as one thing and not as two. */
import {
  type Assignee,
  activitiesIn,
  type Changes,
  type Obligation,
  type Pathway,
  type PathwayDocument,
  type Role,
  sortedJson,
} from '@percorso/engine';
import type { HandedOn } from '../contract/migration-changes.ts';
import type { Words } from '../contract/words.ts';

/** The names of organisations by their ids. */
export type OrganisationNames = ReadonlyMap<string, string>;

/** Of what is both withdrawn and opened: what is somebody else's to do afterwards. */
export function handedOn(
  { activitiesOpened, activitiesWithdrawn }: Changes,
  before: Pathway,
  after: Pathway,
  organisations: OrganisationNames,
): HandedOn[] {
  const ended = new Map(activitiesWithdrawn.map((one) => [one.activity, one]));
  return activitiesOpened.flatMap((opened): HandedOn[] => {
    const { activity: key, kind, label } = opened;
    if (!isTask(opened) || ended.get(key)?.kind !== kind) return [];
    const [from, to] = [doerOf(before.document, key), doerOf(after.document, key)];
    if (sortedJson(from) === sortedJson(to)) return [];
    return [
      {
        ...{ key, label },
        from: inWords(from, before.document, organisations).from,
        to: inWords(to, after.document, organisations).to,
      },
    ];
  });
}

const isTask = ({ kind }: Obligation) => kind === 'task' || kind === 'appointment';

const doerOf = (document: PathwayDocument, activity: string): Assignee =>
  activitiesIn(document).get(activity)?.input.assignee ?? { role: 'case-manager' };

interface Doer {
  readonly from: Words;
  readonly to: Words;
}

function inWords(
  doer: Assignee,
  { data, participant }: PathwayDocument,
  names: OrganisationNames,
): Doer {
  if ('role' in doer) return ROLES[doer.role];
  const { organisation } = doer;
  if (typeof organisation === 'string') {
    const name = names.get(organisation) ?? organisation;
    return {
      from: { it: `da ${name}`, en: `from ${name}` },
      to: { it: `a ${name}`, en: `to ${name}` },
    };
  }
  const [of, name = ''] = organisation.fact.split('.');
  const { it, en } = (of === 'participant' ? participant : data).properties[name]!.label;
  return {
    from: { it: `dall’ente indicato in «${it}»`, en: `from whoever “${en}” names` },
    to: { it: `all’ente indicato in «${it}»`, en: `to whoever “${en}” names` },
  };
}

const ROLES: Readonly<Record<Role, Doer>> = {
  'case-manager': {
    from: { it: 'dal case manager', en: 'from the case manager' },
    to: { it: 'al case manager', en: 'to the case manager' },
  },
  coordinator: {
    from: { it: 'dal coordinamento', en: 'from the coordinators' },
    to: { it: 'al coordinamento', en: 'to the coordinators' },
  },
  'partner-operator': {
    from: { it: 'dal partner', en: 'from the partner' },
    to: { it: 'al partner', en: 'to the partner' },
  },
  youth: {
    from: { it: 'dal giovane', en: 'from the young person' },
    to: { it: 'al giovane', en: 'to the young person' },
  },
  monitor: {
    from: { it: 'dal valutatore', en: 'from the monitor' },
    to: { it: 'al valutatore', en: 'to the monitor' },
  },
  administrator: {
    from: { it: 'dall’amministratore', en: 'from the administrator' },
    to: { it: 'all’amministratore', en: 'to the administrator' },
  },
};
