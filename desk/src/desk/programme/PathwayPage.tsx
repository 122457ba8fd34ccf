import { Button, NativeSelect } from '@mantine/core';
import type { PathwayRow } from '@percorso/server/contract';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { NewDraftButton } from '../drafts/NewDraftButton.tsx';
import { MigrationList } from '../redesign/MigrationList.tsx';
import { BackLink } from '../shell/BackLink.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Panel } from './Panel.tsx';
import { PathwayNow } from './PathwayNow.tsx';
import { PathwayVersions } from './PathwayVersions.tsx';
import { PrintedDrawing } from './PrintedDrawing.tsx';
import { VersionChanges } from './VersionChanges.tsx';
import { changesAsked } from './version-changes-address.ts';

/** One pathway: its drawing with how many stand where, and its versions. */
export function PathwayPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['programme', 'drafts']);
  const words = useWords();
  const may = useMay();
  const [search] = useSearchParams();
  const list = useRead('listPathways', {});
  const pathway = list.data?.pathways?.find((one) => one.id === id);
  const moves = ({ id: of, currentVersion }: PathwayRow) =>
    may('migrations.read') && <MigrationList pathway={of} currentVersion={currentVersion} />;
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  return (
    <>
      <BackLink to="/desk/pathways">{t('pathways.back')}</BackLink>
      {pathway ? (
        <Page
          title={words(pathway.title)}
          lead={pathway.summary && words(pathway.summary)}
          about={t('pathways.version', { version: versionShown(pathway, search) })}
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconPrinter size={20} aria-hidden />}
                onClick={() => globalThis.print()}
              >
                {t('pathways.print')}
              </Button>
              {may('drafts.change') && (
                <NewDraftButton pathway={pathway.id} version={pathway.currentVersion} />
              )}
            </>
          }
        >
          {isBehind(pathway) && moves(pathway)}
          <OnePathway pathway={pathway} />
          {!isBehind(pathway) && moves(pathway)}
          {may('drafts.read') && (
            <Panel title={t('drafts:title')}>
              <DraftList pathway={pathway.id} />
            </Panel>
          )}
          <PrintedDrawing id={pathway.id} version={versionShown(pathway, search)} />
        </Page>
      ) : (
        <Page title={t('pathways.missing')}>{t('pathways.missing-text')}</Page>
      )}
    </>
  );
}

/** Then moving them is what comes next, and it is said first; else it is history. */
const isBehind = ({ versions, currentVersion }: PathwayRow) =>
  versions.some(({ version, running }) => version < currentVersion && running > 0);

/** The version that the address asks for, else the current one. */
function versionShown({ versions, currentVersion }: PathwayRow, search: URLSearchParams): number {
  const asked = Number(search.get('version'));
  return versions.some(({ version }) => version === asked) ? asked : currentVersion;
}

function OnePathway({ pathway }: { readonly pathway: PathwayRow }) {
  const { t } = useTranslation('programme');
  const [search, setSearch] = useSearchParams();
  const version = versionShown(pathway, search);
  const history = useRead('readVersionHistory', { params: { id: pathway.id } });
  const changes = changesAsked(history.data?.versions ?? [], search);
  return (
    <>
      {pathway.versions.length > 1 && (
        <NativeSelect
          mb="md"
          maw="24rem"
          className="no-print"
          label={t('pathways.choose-version')}
          value={String(version)}
          onChange={(event) => setSearch({ version: event.currentTarget.value })}
          data={pathway.versions.map((one) => ({
            value: String(one.version),
            label:
              t('pathways.version', { version: one.version }) +
              (one.version === pathway.currentVersion ? ` (${t('pathways.current')})` : ''),
          }))}
        />
      )}
      {changes ? (
        <VersionChanges key={changes.entry.version} id={pathway.id} {...changes} />
      ) : (
        <PathwayNow id={pathway.id} version={version} />
      )}
      <PathwayVersions id={pathway.id} />
    </>
  );
}
