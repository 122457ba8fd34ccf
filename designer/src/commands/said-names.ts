import { describeRule, type PathwayDocument, type Words } from '@percorso/engine';
import type { CommandRefusal } from './command.ts';
import { own } from './edit/records.ts';
import { placedActivities } from './uses/use.ts';

const QUOTED = /([«“])([^«»“”]+)([»”])/g;

/** The refusal with what a coordinator calls things, in place of the names that they have here. */
export function saidNames(document: PathwayDocument, refusal: CommandRefusal): CommandRefusal {
  const say = (language: keyof Words) =>
    refusal.words[language].replaceAll(
      QUOTED,
      (whole, open: string, name: string, close: string) => {
        const label = labelOf(document, name);
        return label ? `${open}${label[language]}${close}` : whole;
      },
    );
  return { ...refusal, words: { it: say('it'), en: say('en') } };
}

function labelOf(document: PathwayDocument, said: string): Words | undefined {
  const name = said.replace(/^(#|case\.|participant\.|answer\.)/, '');
  const declared =
    own(document.steps, name)?.label ??
    own(document.actions, name)?.label ??
    own(document.forms, name)?.label ??
    own(document.messages, name)?.subject ??
    document.stages.find(({ id }) => id === name)?.label ??
    own(document.data.properties, name)?.label ??
    own(document.participant.properties, name)?.label;
  if (declared) return declared;
  if (own(document.rules, name)) return describeRule(document, name);
  const activity = placedActivities(document).find((one) => one.activity.id === name)?.activity;
  return activity?.input.label ?? questionLabel(document, name);
}

/** Of the first form that has such a question: they are mostly called alike. */
function questionLabel({ forms }: PathwayDocument, name: string): Words | undefined {
  const form = Object.values(forms).find(({ properties }) => own(properties, name));
  return own(form?.properties ?? {}, name)?.label;
}
