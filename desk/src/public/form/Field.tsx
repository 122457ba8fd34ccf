import type { HTMLAttributes, HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { useWords } from '../words.ts';

/** What every field has. `name` is also the element's id, so that a fault can link to it. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly optional?: boolean | undefined;
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'datetime-local' | 'number';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly maxLength?: number;
  readonly lines?: number;
}

/** The attributes that tie a control to its help and its fault. */
export function described(props: FieldProps) {
  const by = [props.help && `${props.name}-help`, props.fault && `${props.name}-fault`];
  return {
    'aria-describedby': by.filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.fault ? true : undefined,
  };
}

/** The help and the fault of a field, in the order in which they are read. */
export function HelpAndFault({ name, help, fault }: FieldProps) {
  const { t } = useWords();
  return (
    <>
      {help && (
        <p className="help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${name}-fault`}>
          <span className="hidden">{t('form.error')} </span>
          {fault}
        </p>
      )}
    </>
  );
}

function LabelWords({ label, optional }: FieldProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      {label} {optional && <span className="optional">{t('form.optional')}</span>}
    </>
  );
}

/** One line or several lines of text. */
export function TextField(props: TextProps) {
  const { name, value, onChange, lines, maxLength, autoComplete } = props;
  const same = { id: name, name, value, maxLength, autoComplete, ...described(props) };
  return (
    <div className={props.fault ? 'field wrong' : 'field'}>
      <label htmlFor={name}>
        <LabelWords {...props} />
      </label>
      <HelpAndFault {...props} />
      {lines ? (
        <textarea {...same} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...same}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

/** A question with boxes or circles to tick, in a fieldset. */
export function Question(props: FieldProps & { readonly children: ReactNode }) {
  return (
    <fieldset className={props.fault ? 'field wrong' : 'field'} {...described(props)}>
      <legend>
        <LabelWords {...props} />
      </legend>
      <HelpAndFault {...props} />
      {props.children}
    </fieldset>
  );
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { value: string; label: string; help?: string }[];
}

/** One of a few choices; the first circle carries the field's id. */
export function ChoiceField(props: ChoiceProps) {
  return (
    <Question {...props}>
      {props.options.map((option, index) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            id={index === 0 ? props.name : undefined}
            name={props.name}
            value={option.value}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help && <small>{option.help}</small>}
          </span>
        </label>
      ))}
    </Question>
  );
}

interface CheckProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A yes or no on its own. */
export function CheckField(props: CheckProps) {
  return (
    <div className={props.fault ? 'field wrong' : 'field'}>
      <HelpAndFault {...props} />
      <label className="choice">
        <input
          type="checkbox"
          id={props.name}
          name={props.name}
          checked={props.checked}
          onChange={(event) => props.onChange(event.target.checked)}
          {...described(props)}
        />
        <span>{props.label}</span>
      </label>
    </div>
  );
}
