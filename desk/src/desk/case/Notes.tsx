import { Button, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useCommand } from '../api/queries.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';
import { Section } from './Section.tsx';

const LENGTH_MAX = 4000;

/** Free text of the team: it never reaches the trace. */
export function Notes() {
  const { t } = useTranslation('case');
  const dates = useDates();
  const { view } = useCase();
  const may = useMayHere();
  return (
    <Section title={t('notes.title')}>
      {may('note') && <NewNote caseId={view.id} />}
      {view.notes.length === 0 && <Text c="dimmed">{t('notes.none')}</Text>}
      <ul className={classes.list}>
        {view.notes.map((note) => (
          <li key={note.id}>
            <div className={classes.note}>{note.text}</div>
            <Text size="sm" c="dimmed">
              {note.by}, {dates.shortDayAndTime(note.at)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NewNote({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('case');
  const [text, setText] = useState('');
  const add = useCommand('addNote');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const done = () => {
      setText('');
      announce(t('notes.added'));
    };
    add.mutate({ params: { id: caseId }, body: { text: text.trim() } }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="no-print">
      <Stack gap="xs" mb="md">
        <Textarea
          label={t('notes.new')}
          autosize
          minRows={2}
          maxLength={LENGTH_MAX}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {add.error && <ProblemNote error={add.error} />}
        <Button type="submit" variant="outline" loading={add.isPending} disabled={!text.trim()}>
          {t('notes.add')}
        </Button>
      </Stack>
    </form>
  );
}
