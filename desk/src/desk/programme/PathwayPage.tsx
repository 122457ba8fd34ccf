import { Anchor, Button, NativeSelect, Text } from '@mantine/core';
import { PathwayMap } from '@percorso/designer/map';
import type { PathwayDocument } from '@percorso/engine';
import type { PathwayRow } from '@percorso/server/contract';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { NewDraftButton } from '../drafts/NewDraftButton.tsx';
import { MigrationList } from '../redesign/MigrationList.tsx';
import { Page } from '../shell/Page.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Panel } from './Panel.tsx';
import { PathwayVersions } from './PathwayVersions.tsx';
import { PrintedDrawing } from './PrintedDrawing.tsx';
import classes from './programme.module.css';
import { StepDeviations } from './StepDeviations.tsx';
import { StepPopulation } from './StepPopulation.tsx';

/** One pathway: its drawing with how many stand where, and its versions. */
export function PathwayPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['programme', 'drafts']);
  const words = useWords();
  const may = useMay();
  const [search] = useSearchParams();
  const list = useRead('listPathways', {});
  const pathway = list.data?.pathways?.find((one) => one.id === id);
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  return (
    <>
      <Anchor component={Link} to="/desk/pathways" className={`${classes.back} no-print`}>
        <IconArrowLeft size={18} aria-hidden /> {t('pathways.back')}
      </Anchor>
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
          <OnePathway pathway={pathway} />
          {may('migrations.read') && (
            <MigrationList pathway={pathway.id} currentVersion={pathway.currentVersion} />
          )}
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

/** The version that the address asks for, else the current one. */
function versionShown({ versions, currentVersion }: PathwayRow, search: URLSearchParams): number {
  const asked = Number(search.get('version'));
  return versions.some(({ version }) => version === asked) ? asked : currentVersion;
}

function OnePathway({ pathway }: { readonly pathway: PathwayRow }) {
  const { t } = useTranslation('programme');
  const [search, setSearch] = useSearchParams();
  const version = versionShown(pathway, search);
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
      <Drawing id={pathway.id} version={version} />
      <PathwayVersions id={pathway.id} />
    </>
  );
}

function Drawing({ id, version }: { readonly id: string; readonly version: number }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const navigate = useNavigate();
  const may = useMay();
  const read = useRead('readPathwayVersion', { params: { id, version } });
  const population = useRead('readPopulation', { params: { id } });
  if (read.error) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  // The server serves only documents that its engine has parsed.
  const document = read.data.document as PathwayDocument;
  return (
    <>
      <Panel title={t('pathways.map')} isForScreens>
        <Text c="dimmed" mb="sm">
          {t('pathways.map-help')}
        </Text>
        <div className={classes.map}>
          <PathwayMap
            key={version}
            document={document}
            language={language}
            counts={population.data?.steps ?? {}}
            {...(may('cases.read') && {
              onStep: (step: string) => void navigate(`/desk/cases?pathway=${id}&step=${step}`),
            })}
          />
        </div>
      </Panel>
      {population.error && <ProblemNote error={population.error} />}
      {population.data && (
        <StepPopulation id={id} document={document} population={population.data} />
      )}
      {may('cases.count-deviations') && <StepDeviations id={id} document={document} />}
    </>
  );
}
