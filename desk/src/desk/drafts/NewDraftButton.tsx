import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';

interface Props {
  readonly pathway: string;
  /** The version it begins from. */
  readonly version: number;
}

/** Begins a draft of a pathway, and opens it. */
export function NewDraftButton({ pathway, version }: Props) {
  const { t } = useTranslation('drafts');
  const navigate = useNavigate();
  const create = useCommand('createDraft');
  const begin = () =>
    create.mutate(
      { body: { from: 'version', pathway, version } },
      { onSuccess: ({ id }) => void navigate(`/desk/drafts/${id}`) },
    );
  return (
    <>
      <Button
        leftSection={<IconPencil size={20} aria-hidden />}
        loading={create.isPending}
        onClick={begin}
      >
        {t('new')}
      </Button>
      {create.error && <ProblemNote error={create.error} onRetry={begin} />}
    </>
  );
}
