import type {
  CaseEvent,
  Facts,
  FactValue,
  Failure,
  Field,
  Happening,
  Language,
  ObjectSchema,
  PathwayDocument,
  Words,
} from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { placedActivities } from '../commands/uses/use.ts';
import { durationWords } from '../duration-words.ts';
import { capital, quoted, said, stepLabel } from '../panels/sentences.ts';
import { valueWords as plainValueWords } from '../panels/value-words.ts';
import { dateWords, momentWords } from './moment-words.ts';

export const FAILURE_WORDS: Readonly<Record<Failure, Words>> = {
  declined: { it: 'rifiutata', en: 'declined' },
  cancelled: { it: 'annullata', en: 'cancelled' },
  expired: { it: 'scaduta', en: 'expired' },
  unreachable: { it: 'il servizio non risponde', en: 'the service does not answer' },
};

/**
 * What happens on a walk, as people say it. What the first document doesn't know (an action that
 * was taken out of the draft) is looked up in the others.
 */
export function happeningWords(
  documents: readonly PathwayDocument[],
  happening: Happening,
  timeZone: string,
): Words {
  if (happening.type === 'participant') {
    const facts = known(happening.facts);
    const schema = documents[0]!.participant;
    return said((language) => {
      const what = factsWords(schema, facts, language, timeZone);
      return language === 'it' ? `Cambiano i dati: ${what}` : `What is known changes: ${what}`;
    });
  }
  if (happening.type === 'refused') {
    const event = eventWords(documents, happening.event);
    return {
      it: `${event.it}: non è possibile, come previsto`,
      en: `${event.en}: is not possible, as expected`,
    };
  }
  if (happening.type === 'correct') {
    const facts = known(happening.data);
    const { data } = documents[0]!;
    return said((language) => {
      const what = factsWords(data, facts, language, timeZone);
      return language === 'it' ? `Corretto a mano: ${what}` : `Corrected by hand: ${what}`;
    });
  }
  return eventWords(documents, happening);
}

function eventWords(documents: readonly PathwayDocument[], event: CaseEvent): Words {
  switch (event.type) {
    case 'action':
      return inQuotes(labelOfAction(documents, event.action));
    case 'done': {
      const label = inQuotes(labelOfActivity(documents, event.activity));
      return { it: `${label.it} si conclude`, en: `${label.en} is done` };
    }
    case 'failed': {
      const label = inQuotes(labelOfActivity(documents, event.activity));
      const how = FAILURE_WORDS[event.reason];
      return { it: `${label.it}: ${how.it}`, en: `${label.en}: ${how.en}` };
    }
    case 'timer': {
      const [step = '', duration = ''] = event.timer.split('/');
      const time = durationWords(duration);
      const at = inQuotes(stepLabel(documents[0]!, step));
      return { it: `${capital(time.it)} in ${at.it}`, en: `${capital(time.en)} at ${at.en}` };
    }
    case 'correct':
      return { it: 'Dati corretti a mano', en: 'Facts corrected by hand' };
  }
}

/** What was answered, of what says something: choices, numbers, dates. */
export function answerWords(
  document: PathwayDocument,
  happening: Happening,
  language: Language,
  timeZone: string,
): string {
  if (happening.type !== 'action' && happening.type !== 'done') return '';
  const form =
    happening.type === 'action'
      ? own(document.actions, happening.action)?.form
      : placedActivities(document).find(({ activity }) => activity.id === happening.activity)
          ?.activity.input.form;
  const schema = own(document.forms, form);
  return schema ? factsWords(schema, happening.answer ?? {}, language, timeZone) : '';
}

function labelOfAction(documents: readonly PathwayDocument[], action: string): Words {
  const found = documents.map(({ actions }) => own(actions, action)?.label).find(Boolean);
  return found ?? { it: action, en: action };
}

function labelOfActivity(documents: readonly PathwayDocument[], id: string): Words {
  const found = documents
    .flatMap(placedActivities)
    .find(({ activity }) => activity.id === id)?.activity;
  return found?.input.label ?? { it: id, en: id };
}

function known(facts: Readonly<Record<string, FactValue | null>>): Facts {
  const left = Object.entries(facts).filter((one): one is [string, FactValue] => one[1] !== null);
  return Object.fromEntries(left);
}

function factsWords(
  { properties }: ObjectSchema,
  facts: Facts,
  language: Language,
  timeZone: string,
): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => {
      const field = own(properties, name);
      if (!field || field.format === 'edition' || field.format === 'file') return [];
      return [`${field.label[language]}: ${valueWords(field, value, language, timeZone)}`];
    })
    .join('; ');
}

/** A value as people write it; times as the clocks at the place show them. */
export function valueWords(
  field: Field,
  value: FactValue,
  language: Language,
  timeZone: string,
): string {
  if (field.format === 'date-time') return momentWords(String(value), language, timeZone);
  if (field.format === 'date') return dateWords(String(value), language);
  const words = plainValueWords(field, value, language);
  return field.format === 'attendance' ? `${words}%` : words;
}

/** The value of a fact by its full name: `case.place`. */
export function factWords(
  document: PathwayDocument,
  fact: string,
  value: FactValue,
  language: Language,
  timeZone: string,
): string {
  const [source, name] = fact.split('.');
  const schema = source === 'participant' ? document.participant : document.data;
  const field = own(schema.properties, name);
  return field ? valueWords(field, value, language, timeZone) : String(value);
}

function inQuotes(label: Words): Words {
  return said((language) => quoted(label[language], language));
}
