import { Input, Text, Textarea, TextInput } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { type FocusEvent, type KeyboardEvent, useId } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import classes from './fields.module.css';
import { isUntranslated, withItalian } from './language-pair.ts';

export interface LanguagePairProps {
  readonly label: string;
  readonly value: Words;
  readonly onChange: (value: Words) => void;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  /** More than one line. */
  readonly isLong?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly lengthMax?: number | undefined;
  /** The focus has left both fields. */
  readonly onLeave?: (() => void) | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  readonly onFocusLanguage?: ((language: keyof Words) => void) | undefined;
}

/** One text in both languages, the Italian first. What is missing in English is said. */
export function LanguagePairInput(props: LanguagePairProps) {
  const { label, value, onChange, onLeave, description, error } = props;
  const { words } = useEditor();
  const hint = useId();
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
  };
  const isMissing = isUntranslated(value);
  const said = [(description || error || isMissing) && hint].filter(Boolean).join(' ');
  return (
    <fieldset className={classes.pair} onBlur={leave} onKeyDown={props.onKeyDown}>
      <legend className={classes.legend}>
        {label}
        {props.isRequired && <span aria-hidden> *</span>}
      </legend>
      <OneLanguage
        {...props}
        language="it"
        text={value.it}
        described={said || undefined}
        onText={(it) => onChange(withItalian(value, it))}
      />
      <OneLanguage
        {...props}
        language="en"
        text={value.en}
        described={said || undefined}
        onText={(en) => onChange({ ...value, en })}
      />
      <div id={hint}>
        {error && <Input.Error>{error}</Input.Error>}
        {isMissing && (
          <Text size="xs" className={classes.untranslated}>
            {words(value.en.trim() === '' ? WORDS.untranslated : WORDS.sameAsItalian)}
          </Text>
        )}
        {description && <Input.Description>{description}</Input.Description>}
      </div>
    </fieldset>
  );
}

interface OneLanguageProps extends LanguagePairProps {
  readonly language: keyof Words;
  readonly text: string;
  readonly described: string | undefined;
  readonly onText: (text: string) => void;
}

function OneLanguage({ language, text, onText, described, ...props }: OneLanguageProps) {
  const { words, isReadOnly } = useEditor();
  const named = words(language === 'it' ? WORDS.italian : WORDS.english).toLowerCase();
  const shared = {
    size: 'sm',
    value: text,
    lang: language,
    'aria-label': `${props.label}, ${named}`,
    'aria-describedby': described,
    'aria-invalid': props.error ? true : undefined,
    'aria-required': props.isRequired,
    readOnly: isReadOnly,
    maxLength: props.lengthMax ?? (props.isLong ? 4000 : 200),
    error: Boolean(props.error),
    withErrorStyles: true,
    leftSection: <span className={classes.mark}>{language.toUpperCase()}</span>,
    onChange: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
    onFocus: () => props.onFocusLanguage?.(language),
  } as const;
  if (!props.isLong) return <TextInput {...shared} />;
  return <Textarea {...shared} autosize minRows={1} maxRows={10} />;
}
