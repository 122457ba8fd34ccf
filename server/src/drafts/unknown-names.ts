/** What a document names that the installation doesn't have: nobody would see to it. */
import type { Field, Finding, PathwayDocument, Words } from '@percorso/engine';
import { EditionView } from '../contract/programme.ts';
import { type Opening, openingsIn } from './sub-pathways.ts';

/** What there is to be named. */
export interface KnownNames {
  readonly organisations: readonly string[];
  readonly services: readonly string[];
}

export function unknownNames(document: PathwayDocument, known: KnownNames): Finding[] {
  const openings = openingsIn(document.machine);
  return [
    ...openings.flatMap((opening) => unknownService(document, opening, known)),
    ...openings.flatMap((opening) => unknownOrganisation(document, opening, known)),
    ...unknownChoices(document, openings, known),
    ...unknownKinds(document),
  ];
}

function unknownService(document: PathwayDocument, opening: Opening, { services }: KnownNames) {
  const { service, label } = opening.input;
  if (service === undefined || services.includes(service)) return [];
  const words = {
    it: `«${label.it}» chiede al servizio «${service}», che qui non è configurato: avvisa chi amministra`,
    en: `“${label.en}” asks the service “${service}”, which is not set up here: tell an administrator`,
  };
  return [atStep(document, opening, 'service-unknown', words)];
}

function unknownOrganisation(
  document: PathwayDocument,
  opening: Opening,
  { organisations }: KnownNames,
) {
  const { label } = opening.input;
  const organisation = organisationOf(opening);
  if (typeof organisation !== 'string' || organisations.includes(organisation)) return [];
  const words = {
    it: `«${label.it}» è affidato all’organizzazione «${organisation}», che qui non c’è: scegline un’altra`,
    en: `“${label.en}” is given to the organisation “${organisation}”, which is not here: choose another`,
  };
  return [atStep(document, opening, 'organisation-unknown', words)];
}

/** A fact says who does the work: each of its choices is an organisation. */
function unknownChoices(
  { data }: PathwayDocument,
  openings: readonly Opening[],
  { organisations }: KnownNames,
): Finding[] {
  const facts = openings.flatMap((opening) => {
    const organisation = organisationOf(opening);
    return typeof organisation === 'object' ? organisation.fact.replace(/^case\./, '') : [];
  });
  return [...new Set(facts)].flatMap((fact) => {
    const { label, oneOf = [] } = data.properties[fact] ?? {};
    return [...oneOf.entries()]
      .filter(([, option]) => !organisations.includes(option.const))
      .map(([at, option]) =>
        finding(`/data/properties/${fact}/oneOf/${at}`, 'organisation-unknown', {
          it: `Tra le scelte di «${label!.it}», «${option.label.it}» non è un’organizzazione che qui c’è`,
          en: `Among the choices of “${label!.en}”, “${option.label.en}” is no organisation here`,
        }),
      );
  });
}

const KINDS: readonly string[] = EditionView.shape.kind.options;

function unknownKinds({ data, forms }: PathwayDocument): Finding[] {
  const within = (place: string, fields: Readonly<Record<string, Field>>) =>
    Object.entries(fields).map(([name, field]) => [`${place}/properties/${name}`, field] as const);
  const fields = [
    ...within('/data', data.properties),
    ...Object.entries(forms).flatMap(([id, form]) => within(`/forms/${id}`, form.properties)),
  ];
  return fields.flatMap(([place, { opportunity, label }]) => {
    if (opportunity === undefined || KINDS.includes(opportunity)) return [];
    const words = {
      it: `Per «${label.it}» qui non ci sono opportunità del tipo «${opportunity}»: scegline un altro`,
      en: `For “${label.en}” there are no opportunities of the kind “${opportunity}”: choose another`,
    };
    return [finding(`${place}/opportunity`, 'opportunity-unknown', words)];
  });
}

function organisationOf({ input: { assignee } }: Opening) {
  return assignee && 'organisation' in assignee ? assignee.organisation : undefined;
}

function atStep(
  { steps }: PathwayDocument,
  { step }: Opening,
  check: string,
  words: Words,
): Finding {
  if (step === undefined) return finding('/machine', check, words);
  const label = steps[step]?.label ?? { it: step, en: step };
  const { it, en } = words;
  const said = { it: `Al passo «${label.it}», ${it}`, en: `At the step “${label.en}”, ${en}` };
  return {
    ...finding(`/steps/${step}`, check, said),
    elements: [{ pointer: `/steps/${step}`, step }],
  };
}

const finding = (pointer: string, check: string, message: Words): Finding => ({
  ...{ check, severity: 'error', elements: [{ pointer }], message },
});
