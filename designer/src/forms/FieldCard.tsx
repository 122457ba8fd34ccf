import { ActionIcon, Badge, UnstyledButton } from '@mantine/core';
import { type Field, isPrivate } from '@percorso/engine';
import { IconChevronDown, IconCopy, IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { OrderButtons } from '../panels/fields/OrderButtons.tsx';
import { FieldIcon } from './FieldIcon.tsx';
import { FieldSettings } from './FieldSettings.tsx';
import { KIND_WORDS, kindOf } from './field-kinds.ts';
import { useForm } from './form-context.ts';
import classes from './forms.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly name: string;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onDuplicate: () => void;
  readonly onRenamed: (to: string) => void;
  readonly onRemoved: () => void;
}

/** One field of the form: what it is at a glance, and all of its settings when it is open. */
export function FieldCard(props: Props) {
  const { name, index, isOpen, onToggle, onMove, onDuplicate } = props;
  const { words, isReadOnly } = useEditor();
  const { schema } = useForm();
  const settings = useId();
  const field = schema.properties[name];
  if (!field) return null;
  const label = words(field.label);
  return (
    <li className={classes.card} data-field={name} data-open={isOpen || undefined}>
      <div className={classes.cardHead}>
        <UnstyledButton
          className={classes.cardButton}
          aria-expanded={isOpen}
          aria-controls={settings}
          onClick={onToggle}
        >
          <Glance field={field} isRequired={schema.required?.includes(name) ?? false} />
          <IconChevronDown className={classes.chevron} size={18} aria-hidden />
        </UnstyledButton>
        <span className={classes.cardTools}>
          <OrderButtons
            of={label}
            index={index}
            count={Object.keys(schema.properties).length}
            onMove={onMove}
          />
          {!isReadOnly && (
            <ActionIcon
              variant="subtle"
              color="gray.8"
              size="lg"
              aria-label={`${words(WORDS.duplicate)}: ${label}`}
              title={words(WORDS.duplicate)}
              onClick={onDuplicate}
            >
              <IconCopy size={16} aria-hidden />
            </ActionIcon>
          )}
        </span>
      </div>
      <div id={settings}>
        {isOpen && (
          <FieldSettings
            name={name}
            field={field}
            onRenamed={props.onRenamed}
            onRemoved={props.onRemoved}
          />
        )}
      </div>
    </li>
  );
}

interface GlanceProps {
  readonly field: Field;
  readonly isRequired: boolean;
}

/** What the field asks, of what kind it is, and what is special about it. */
function Glance({ field, isRequired }: GlanceProps) {
  const { words } = useEditor();
  const kind = kindOf(field);
  return (
    <>
      <FieldIcon kind={kind} />
      <span className={classes.cardText}>
        <span className={classes.cardLabel}>
          {words(field.label)}
          {isRequired && (
            <span className={classes.required} title={words(WORDS.required)}>
              {' '}
              *<span className="visually-hidden">{words(WORDS.required)}</span>
            </span>
          )}
        </span>
        <span className={classes.cardKind}>
          {words(KIND_WORDS[kind].label)}
          {isPrivate(field) && (
            <Badge size="sm" color="gray" leftSection={<IconLock size={12} aria-hidden />}>
              {words(WORDS.private)}
            </Badge>
          )}
        </span>
      </span>
    </>
  );
}
