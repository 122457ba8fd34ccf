import { useEditor } from '../../editor/editor-context.ts';
import { factChoices, messageChoices } from '../choices.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { isMoment } from './activity-start.ts';
import { HandedFacts } from './HandedFacts.tsx';
import { type PartProps, withInput } from './part.ts';
import { ACTIVITY } from './words.ts';

/** What only an activity of one kind needs to know. */
export function ActivityKindFields(props: PartProps) {
  switch (props.kind) {
    case 'task':
      return null;
    case 'enrolment':
      return <EnrolmentFields {...props} />;
    case 'appointment':
      return <AppointmentFields {...props} />;
    case 'pathway':
      return <PathwayFields {...props} />;
    case 'service':
      return <ServiceField {...props} />;
  }
}

/** The short name of a fact of the case: `case.goal` → `goal`. */
function shortName(reference: { readonly fact: string } | undefined): string | null {
  return reference?.fact.replace(/^case\./, '') ?? null;
}

function EnrolmentFields({ input, onChange }: PartProps) {
  const { document, words, language } = useEditor();
  const message = (key: 'enrolled' | 'waiting', name: string | null) => {
    const { [key]: _before, ...others } = input.messages ?? {};
    const messages = { ...others, ...(name !== null && { [key]: name }) };
    const isEmpty = Object.keys(messages).length === 0;
    onChange(withInput(input, 'messages', isEmpty ? undefined : messages));
  };
  return (
    <>
      <SearchSelect
        label={words(ACTIVITY.edition)}
        description={words(ACTIVITY.editionHelp)}
        value={shortName(input.edition)}
        onChange={(fact) =>
          fact !== null && onChange(withInput(input, 'edition', { fact: `case.${fact}` }))
        }
        data={factChoices(document, language, ({ format }) => format === 'edition')}
      />
      {(['enrolled', 'waiting'] as const).map((key) => (
        <SearchSelect
          key={key}
          label={words(ACTIVITY[key])}
          placeholder={words(ACTIVITY.noMessage)}
          clearable
          value={input.messages?.[key] ?? null}
          onChange={(name) => message(key, name)}
          data={messageChoices(document, language)}
        />
      ))}
    </>
  );
}

function AppointmentFields({ input, onChange }: PartProps) {
  const { document, words, language } = useEditor();
  return (
    <>
      <SearchSelect
        label={words(ACTIVITY.at)}
        description={words(ACTIVITY.atHelp)}
        value={shortName(input.at)}
        onChange={(fact) =>
          fact !== null && onChange(withInput(input, 'at', { fact: `case.${fact}` }))
        }
        data={factChoices(document, language, isMoment)}
      />
      <SearchSelect
        label={words(ACTIVITY.place)}
        placeholder={words(ACTIVITY.noPlace)}
        clearable
        value={shortName(input.place)}
        onChange={(fact) =>
          onChange(withInput(input, 'place', fact === null ? undefined : { fact: `case.${fact}` }))
        }
        data={factChoices(document, language, (field) => field.oneOf !== undefined)}
      />
    </>
  );
}

function PathwayFields(props: PartProps) {
  const { document, installation, words } = useEditor();
  const { input, onChange } = props;
  return (
    <>
      <SearchSelect
        label={words(ACTIVITY.pathway)}
        value={input.pathway ?? null}
        onChange={(pathway) => pathway !== null && onChange(withInput(input, 'pathway', pathway))}
        data={installation.pathways
          .filter(({ id }) => id !== document.id)
          .map(({ id, title }) => ({ value: id, label: words(title) }))}
      />
      <HandedFacts {...props} />
    </>
  );
}

function ServiceField({ input, onChange }: PartProps) {
  const { installation, words } = useEditor();
  return (
    <SearchSelect
      label={words(ACTIVITY.service)}
      value={input.service ?? null}
      onChange={(service) => service !== null && onChange(withInput(input, 'service', service))}
      data={[...installation.services]}
    />
  );
}
