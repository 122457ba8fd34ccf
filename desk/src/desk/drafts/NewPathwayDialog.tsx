import { Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import { WindowButtons } from '../shell/WindowButtons.tsx';
import { pathwayIdOf } from './pathway-id.ts';

const SUBJECTS = ['person', 'group'] as const;

/** A pathway that there is not yet: it begins as a draft with its title. */
export function NewPathwayDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('drafts');
  const navigate = useNavigate();
  const create = useCommand('createDraft');
  const [it, setIt] = useState('');
  const [en, setEn] = useState('');
  const [subject, setSubject] = useState<(typeof SUBJECTS)[number]>('person');
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const name = it.trim();
    if (!name) return;
    const title = { it: name, en: en.trim() || name };
    create.mutate(
      { body: { from: 'empty', id: pathwayIdOf(name), title, subject } },
      { onSuccess: ({ id }) => void navigate(`/desk/drafts/${id}`) },
    );
  };
  return (
    <Window title={t('new-pathway.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t('new-pathway.lead')}</Text>
          <TextInput
            label={t('new-pathway.name-it')}
            value={it}
            maxLength={200}
            onChange={(event) => setIt(event.currentTarget.value)}
            error={isAsked && !it.trim() && t('new-pathway.needed')}
            data-autofocus
          />
          <TextInput
            label={t('new-pathway.name-en')}
            value={en}
            maxLength={200}
            onChange={(event) => setEn(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('new-pathway.subject')}
            value={subject}
            onChange={(value) => setSubject(value as (typeof SUBJECTS)[number])}
          >
            <Group mt="xs">
              {SUBJECTS.map((one) => (
                <Radio key={one} value={one} label={t(`new-pathway.${one}`)} />
              ))}
            </Group>
          </Radio.Group>
          {create.error && <ProblemNote error={create.error} />}
          <WindowButtons
            confirm={t('new-pathway.create')}
            isPending={create.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Window>
  );
}
