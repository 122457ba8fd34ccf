import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import classes from './fields.module.css';

export interface FoldItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  /** Buttons beside the row. */
  readonly aside?: ReactNode;
}

interface Props {
  /** What the list is of. */
  readonly label: string;
  readonly items: readonly FoldItem[];
  /** The one whose details are shown. */
  readonly opened: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly empty: string;
  readonly children: (id: string) => ReactNode;
}

const SEARCHED_FROM = 11;

/** Things of a kind, one of them open with its details; long lists can be searched. */
export function FoldList({ label, items, opened, onOpen, empty, children }: Props) {
  const { words } = useEditor();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const found = items.filter(
    ({ id, label: text, detail }) =>
      id === opened || `${text} ${detail ?? ''}`.toLowerCase().includes(wanted),
  );
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  }
  return (
    <>
      {items.length >= SEARCHED_FROM && (
        <TextInput
          size="sm"
          type="search"
          aria-label={`${words(WORDS.search)}: ${label}`}
          placeholder={words(WORDS.search)}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <Text size="sm">{words(WORDS.nothingFound)}</Text>}
      <ul className={classes.rows} aria-label={label}>
        {found.map((item) => (
          <Fold
            key={item.id}
            item={item}
            isOpen={item.id === opened}
            onToggle={() => onOpen(item.id === opened ? undefined : item.id)}
          >
            {children}
          </Fold>
        ))}
      </ul>
    </>
  );
}

interface FoldProps {
  readonly item: FoldItem;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: (id: string) => ReactNode;
}

function Fold({ item, isOpen, onToggle, children }: FoldProps) {
  const details = useId();
  const row = useRef<HTMLLIElement>(null);
  const isNew = useRef(isOpen);
  // What comes open was just made: it is to be written at once, wherever it stands in the list.
  useEffect(() => {
    if (!isNew.current) return;
    isNew.current = false;
    const first = row.current?.querySelector<HTMLInputElement>('input, textarea');
    first?.focus();
    first?.select();
  }, []);
  return (
    <li ref={row} className={classes.fold} data-open={isOpen || undefined}>
      <div className={classes.row}>
        <UnstyledButton
          className={classes.rowButton}
          aria-expanded={isOpen}
          {...(isOpen && { 'aria-controls': details })}
          onClick={onToggle}
        >
          {item.icon && <span className={classes.rowIcon}>{item.icon}</span>}
          <span className={classes.rowText}>
            <span>{item.label}</span>
            {item.detail && <span className={classes.rowDetail}>{item.detail}</span>}
          </span>
          {isOpen ? (
            <IconChevronDown className={classes.rowArrow} size={16} aria-hidden />
          ) : (
            <IconChevronRight className={classes.rowArrow} size={16} aria-hidden />
          )}
        </UnstyledButton>
        {item.aside}
      </div>
      {isOpen && (
        <div id={details} className={classes.foldDetails}>
          {children(item.id)}
        </div>
      )}
    </li>
  );
}
