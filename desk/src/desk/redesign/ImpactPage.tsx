import { Alert, Button, Text } from '@mantine/core';
import type { DraftView, MigrationView } from '@percorso/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { BackLink } from '../shell/BackLink.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Overview } from './Overview.tsx';
import { PrintMenu } from './PrintMenu.tsx';
import { Progress } from './Progress.tsx';
import type { PrintedNames } from './printed-names.ts';
import { useMigration } from './useMigration.ts';
import { useNames } from './useNames.ts';
import { usePreview } from './usePreview.ts';
import { isFirstLook } from './verdicts.ts';

/** What publishing a draft would mean for everybody who is inside, before it is published. */
export function ImpactPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('redesign');
  const draft = useRead('readDraft', { params: { id } }, { staleTime: 0 });
  if (draft.error && !draft.data) {
    return (
      <Page title={t('impact.title')}>
        <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />
      </Page>
    );
  }
  // What was drawn last may be saved but not read yet.
  if (!draft.data || !draft.isFetchedAfterMount) return <PageSkeleton />;
  return <Impact draft={draft.data} />;
}

interface Props {
  readonly draft: DraftView;
}

function Impact({ draft }: Props) {
  const { t } = useTranslation('redesign');
  if (draft.publishedVersion !== null || draft.discardedAt !== null)
    return <Closed draft={draft} />;
  if (draft.currentVersion !== null) return <Preview draft={draft} />;
  return (
    <Frame draft={draft}>
      <Alert color="green" title={t('nobody.title')}>
        {t('nobody.new')}
      </Alert>
    </Frame>
  );
}

/** An old address of a draft that is one no more: where to go instead. */
function Closed({ draft }: Props) {
  const { t } = useTranslation('redesign');
  const { pathway, publishedVersion } = draft;
  if (publishedVersion === null) return <Frame draft={draft}>{t('impact.discarded')}</Frame>;
  return (
    <Frame draft={draft}>
      <Alert color="blue" title={t('impact.published', { version: publishedVersion })}>
        <Text mb="sm">{t('impact.published-help')}</Text>
        <Button component={Link} to={`/desk/pathways/${pathway}`}>
          {t('impact.to-pathway')}
        </Button>
      </Alert>
    </Frame>
  );
}

interface FrameProps extends Props {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The page around whatever is known so far. */
function Frame({ draft, actions, children }: FrameProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const { title, currentVersion } = draft;
  return (
    <>
      <BackLink to={`/desk/drafts/${draft.id}`}>{t('impact.back')}</BackLink>
      <Page
        title={t('impact.title')}
        lead={t('impact.lead', { title: words(title) })}
        about={`${words(title)} · ${t('paper.draft', { version: currentVersion })}`}
        actions={actions}
      >
        {children}
      </Page>
    </>
  );
}

/** The preview that the address names; without one it is made, and named there. */
function Preview({ draft }: Props) {
  const [search, setSearch] = useSearchParams();
  const shown = search.get('preview');
  const made = usePreview(draft, shown === null);
  const { data: id } = made;
  useEffect(() => {
    if (shown === null && id) setSearch({ preview: id }, { replace: true });
  }, [shown, id, setSearch]);
  const read = useMigration(shown);
  const isForgotten = read.error instanceof ProblemError && read.error.problem.code === 'not-found';
  // An old address: what it named was tidied up, so it is found out anew.
  useEffect(() => {
    if (isForgotten) setSearch({}, { replace: true });
  }, [isForgotten, setSearch]);
  const error = made.error ?? (isForgotten || read.data ? null : read.error);
  const plan = shown && !error ? read.data : undefined;
  const paper = useNames(plan?.id ?? '');
  const isKnown = plan !== undefined && plan.status !== 'failed' && !isFirstLook(plan);
  return (
    <Frame
      draft={draft}
      actions={isKnown && <PrintMenu isBusy={paper.isPending} onNames={paper.print} />}
    >
      {error && <ProblemNote error={error} onRetry={() => setSearch({})} />}
      {paper.error && <ProblemNote error={paper.error} onRetry={paper.print} />}
      {plan && <Known draft={draft} plan={plan} names={paper.names} />}
      {!plan && !error && <PageSkeleton />}
    </Frame>
  );
}

interface KnownProps extends Props {
  readonly plan: MigrationView;
  readonly names: PrintedNames | undefined;
}

function Known({ draft, plan, names }: KnownProps) {
  const { t } = useTranslation('redesign');
  if (plan.status === 'failed') {
    return (
      <Alert color="red" title={t('failed.title')}>
        {t('failed.preview', { id: plan.errorId ?? '' })}
      </Alert>
    );
  }
  return (
    <>
      <Freshness draft={draft} at={plan.createdAt} revision={plan.draft?.revision} />
      {plan.status === 'computing' && <Progress plan={plan} />}
      {!isFirstLook(plan) && <Overview plan={plan} names={names} />}
    </>
  );
}

interface FreshnessProps extends Props {
  readonly at: string;
  readonly revision: number | undefined;
}

/** Of when it is, and a way to look anew: the draft changes, and so do those inside. */
function Freshness({ draft, at, revision }: FreshnessProps) {
  const { t } = useTranslation('redesign');
  const dates = useDates();
  const client = useQueryClient();
  const [, setSearch] = useSearchParams();
  const anew = () => {
    client.removeQueries({ queryKey: ['previewMigration'] });
    setSearch({}, { replace: true });
  };
  const isOld = revision !== draft.revision;
  const button = (
    <Button size="compact-md" variant="light" onClick={anew}>
      {t('impact.anew')}
    </Button>
  );
  const when = dates.dayAndTime(at);
  return isOld ? (
    <Alert color="orange" mb="md">
      {t('impact.draft-changed', { when })} {button}
    </Alert>
  ) : (
    <Text mb="md" c="dimmed">
      {t('impact.of', { when })} {button}
    </Text>
  );
}
