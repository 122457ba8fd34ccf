import type { FactValue, ObjectSchema, Field as SchemaField } from '@percorso/engine';
import { romeInstant } from '../../desk/form/rome-time.ts';
import { useWords } from '../words.ts';
import { CheckField, ChoiceField, Question, TextField } from './Field.tsx';

export type Typed = Readonly<Record<string, FactValue>>;

interface FieldsProps {
  readonly schema: ObjectSchema;
  readonly typed: Typed;
  readonly change: (typed: Typed) => void;
  readonly faultOf: (name: string) => string | undefined;
}

/** The fields of a pathway's form with native controls. The server checks what is sent. */
export function SchemaFields({ schema, typed, change, faultOf }: FieldsProps) {
  return Object.entries(schema.properties).map(([name, field]) => (
    <OneField
      key={name}
      name={name}
      field={field}
      value={typed[name] ?? field.default}
      fault={faultOf(name)}
      optional={!schema.required?.includes(name)}
      change={(value) => change({ ...typed, [name]: value })}
    />
  ));
}

interface OneProps {
  readonly name: string;
  readonly field: SchemaField;
  readonly value: FactValue | undefined;
  readonly fault: string | undefined;
  readonly optional: boolean;
  readonly change: (value: FactValue) => void;
}

function OneField({ name, field, value, fault, optional, change }: OneProps) {
  const { pick } = useWords();
  const unit = field.unit ? ` (${pick(field.unit)})` : '';
  const same = {
    name,
    label: pick(field.label) + unit,
    help: field.help && pick(field.help),
    fault,
    optional,
  };
  if (field.format === 'consent') {
    return <CheckField {...same} checked={value === true} onChange={change} />;
  }
  if (field.type === 'boolean') return <YesNoField {...same} {...{ value, change }} />;
  if (field.type === 'array') return <SeveralField {...same} {...{ field, value, change }} />;
  const text = value === undefined ? '' : String(value);
  if (field.oneOf) {
    const options = field.oneOf.map((one) => ({ value: one.const, label: pick(one.label) }));
    return <ChoiceField {...same} value={text} onChange={change} options={options} />;
  }
  if (field.type === 'integer' || field.type === 'number') {
    return (
      <TextField
        {...same}
        value={text}
        inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
        onChange={change}
      />
    );
  }
  const max = field.maxLength === undefined ? {} : { maxLength: field.maxLength };
  const lines = field.format === 'note' ? { lines: 4 } : {};
  return (
    <TextField {...same} {...max} {...lines} type={typeOf(field)} value={text} onChange={change} />
  );
}

function typeOf({ format }: SchemaField) {
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'datetime-local';
  if (format === 'email') return 'email';
  return format === 'phone' ? 'tel' : 'text';
}

interface YesNoProps {
  readonly name: string;
  readonly label: string;
  readonly value: FactValue | undefined;
  readonly change: (value: FactValue) => void;
}

/** Yes or no, asked as a question: a tick box could not tell a no from no answer. */
function YesNoField({ value, change, ...same }: YesNoProps) {
  const { t } = useWords();
  return (
    <ChoiceField
      {...same}
      value={value === undefined ? '' : String(value)}
      onChange={(chosen) => change(chosen === 'true')}
      options={[
        { value: 'true', label: t('form.yes') },
        { value: 'false', label: t('form.no') },
      ]}
    />
  );
}

interface SeveralProps {
  readonly name: string;
  readonly label: string;
  readonly field: SchemaField;
  readonly value: FactValue | undefined;
  readonly change: (value: FactValue) => void;
}

function SeveralField({ field, value, change, ...same }: SeveralProps) {
  const { pick } = useWords();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <Question {...same}>
      {field.items?.oneOf.map((option, index) => (
        <label className="choice" key={option.const}>
          <input
            type="checkbox"
            id={index === 0 ? same.name : undefined}
            checked={chosen.includes(option.const)}
            onChange={(event) =>
              change(
                event.target.checked
                  ? [...chosen, option.const]
                  : chosen.filter((one) => one !== option.const),
              )
            }
          />
          <span>{pick(option.label)}</span>
        </label>
      ))}
    </Question>
  );
}

/** What is sent: empty fields left out, numbers as numbers, local times as instants. */
export function answerOf(schema: ObjectSchema, typed: Typed): Typed {
  const answer: Record<string, FactValue> = {};
  for (const [name, field] of Object.entries(schema.properties)) {
    const value = typed[name] ?? field.default;
    if (value === undefined || value === '') continue;
    answer[name] = typedValue(field, value);
  }
  return answer;
}

function typedValue(field: SchemaField, value: FactValue): FactValue {
  if (typeof value !== 'string') return value;
  if (field.type === 'integer' || field.type === 'number') {
    const number = Number(value.replace(',', '.'));
    // What is no number stays as it was typed, and the server says what would be right.
    return Number.isNaN(number) ? value : number;
  }
  if (field.format !== 'date-time') return value;
  return romeInstant(value) ?? value;
}

/** The required fields that are still empty. */
export function missingIn(schema: ObjectSchema, typed: Typed): string[] {
  const answer = answerOf(schema, typed);
  return (schema.required ?? []).filter((name) => {
    const value = answer[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
}
