import { Paper } from '@mantine/core';
import type { Answer, ObjectSchema } from '@percorso/engine';
import type { PathwayRow } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand, useRead } from '../api/queries.ts';
import { AnswerForm } from '../form/AnswerForm.tsx';
import { serverFaults } from '../form/server-faults.ts';
import { announce } from '../shell/Announcements.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';

const GROUP_KINDS = ['class', 'youth-centre', 'spontaneous'] as const;
const HEAD_COUNT_MAX = 500;

/** Opens a case for a class, a youth centre or a spontaneous group: people counted, not named. */
export function NewGroupPage() {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const pathways = useRead('listPathways', {}, { staleTime: 300_000 });
  const open = useCommand('openCase');
  const schema = useGroupSchema(pathways.data?.pathways ?? []);
  const submit = (answer: Answer) =>
    open.mutate(
      { body: groupOf(answer) },
      {
        onSuccess: ({ id }) => {
          announce(t('new-group.done'));
          void navigate(`/desk/cases/${id}`);
        },
      },
    );
  return (
    <Page title={t('new-group.title')} lead={t('new-group.lead')}>
      {open.error && <ProblemNote error={open.error} />}
      {pathways.error && <ProblemNote error={pathways.error} />}
      {pathways.data ? (
        <Paper p="xl" radius="md" shadow="xs" maw="44rem">
          <AnswerForm
            schema={schema}
            submitLabel={t('new-group.save')}
            isPending={open.isPending}
            faults={serverFaults(open.error)}
            onSubmit={submit}
          />
        </Paper>
      ) : (
        <PageSkeleton />
      )}
    </Page>
  );
}

function groupOf(answer: Answer) {
  const text = (name: string) => String(answer[name] ?? '');
  return {
    subject: 'group' as const,
    pathway: text('pathway'),
    name: text('name'),
    headCount: Number(answer.headCount),
    groupKind: GROUP_KINDS.find((kind) => kind === answer.groupKind) ?? 'class',
    ...(answer.contact ? { contact: text('contact') } : {}),
  };
}

function useGroupSchema(pathways: readonly PathwayRow[]): ObjectSchema {
  const { t } = useTranslation('cases');
  // The form is drawn in the present language only: both words are the same.
  const both = (text: string) => ({ it: text, en: text });
  const said = (name: string) => both(t(`new-group.${name}`));
  const groupPathways = pathways.filter(({ subject }) => subject === 'group');
  const kinds = GROUP_KINDS.map((kind) => ({ const: kind, label: said(`kinds.${kind}`) }));
  return {
    type: 'object',
    properties: {
      name: { type: 'string', label: said('name'), help: said('name-help'), maxLength: 120 },
      groupKind: { type: 'string', label: said('kind'), oneOf: kinds },
      headCount: {
        type: 'integer',
        label: said('head-count'),
        minimum: 1,
        maximum: HEAD_COUNT_MAX,
      },
      pathway: {
        type: 'string',
        label: said('pathway'),
        oneOf: groupPathways.map(({ id, title }) => ({ const: id, label: title })),
        ...(groupPathways.length === 1 && groupPathways[0] ? { default: groupPathways[0].id } : {}),
      },
      contact: { type: 'string', format: 'email', label: said('contact') },
    },
    required: ['name', 'groupKind', 'headCount', 'pathway'],
  };
}
