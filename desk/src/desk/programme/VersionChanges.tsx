import { Button, Group, Text } from '@mantine/core';
import { kindByStep } from '@percorso/designer';
import { PathwayMap, type Tally } from '@percorso/designer/map';
import type { DifferenceKind, PathwayDocument } from '@percorso/engine';
import type { VersionEntry } from '@percorso/server/contract';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Panel } from './Panel.tsx';
import classes from './programme.module.css';
import { Signs } from './Signs.tsx';
import { changesAddress } from './version-changes-address.ts';

/** How the drawing tells what became of a step, for those who see no colours too. */
const SIGNS: Readonly<Record<DifferenceKind, Pick<Tally, 'sign' | 'colour'>>> = {
  added: { sign: '+', colour: 'var(--it-color-seagreen-24)' },
  removed: { sign: '−', colour: 'var(--it-color-red-37)' },
  changed: { sign: '≠', colour: 'var(--it-color-blue-40)' },
  renamed: { sign: 'ab', colour: 'var(--it-color-blue-40)' },
  moved: { sign: '→', colour: 'var(--it-color-slate-36)' },
};
const KINDS = Object.keys(SIGNS) as readonly DifferenceKind[];

interface Props {
  readonly id: string;
  /** The version whose changes are shown. */
  readonly entry: VersionEntry;
  /** The number of the version before it. */
  readonly before: number;
  /** On whose drawing of the two. */
  readonly shown: number;
}

/** What a version changed, on its drawing; what it took out, on that of the version before. */
export function VersionChanges({ id, entry, before, shown }: Props) {
  const { t } = useTranslation('drafts');
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The way here starts further down the page.
    here.current?.focus({ preventScroll: true });
    here.current?.scrollIntoView();
  }, []);
  const { version } = entry;
  return (
    <div ref={here} tabIndex={-1}>
      <Panel title={t('history.drawing-title', { version })} isForScreens>
        <Text c="dimmed" mb="sm">
          {t('history.drawing-lead')}
        </Text>
        <Group gap="xs" mb="md">
          {[version, before].map((one) => (
            <Button
              key={one}
              component={Link}
              to={changesAddress(id, version, one)}
              size="compact-md"
              variant={one === shown ? 'filled' : 'default'}
              aria-current={one === shown || undefined}
              preventScrollReset
            >
              {t(one === version ? 'history.drawing-after' : 'history.drawing-before', {
                version: one,
              })}
            </Button>
          ))}
          <Button
            component={Link}
            to={`/desk/pathways/${id}?version=${version}`}
            size="compact-md"
            variant="subtle"
          >
            {t('history.drawing-back')}
          </Button>
        </Group>
        <Drawing id={id} entry={entry} shown={shown} />
      </Panel>
    </div>
  );
}

function Drawing({ id, entry: { differences }, shown }: Omit<Props, 'before'>) {
  const { t } = useTranslation('drafts');
  const language = useLanguage();
  const read = useRead('readPathwayVersion', { params: { id, version: shown } });
  const tallies = useMemo(() => talliesOf(differences ?? [], (kind) => t(kind)), [differences, t]);
  if (read.error) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  // The server serves only documents that its engine has parsed.
  const document = read.data.document as PathwayDocument;
  const marked = Object.keys(document.steps).flatMap((step) => tallies[step] ?? []);
  const kinds = KINDS.filter((kind) => marked.some(({ name }) => name === kind));
  return (
    <>
      {kinds.length === 0 && <Text role="status">{t('history.drawing-none')}</Text>}
      <Signs signs={kinds.map((kind) => ({ ...SIGNS[kind], label: t(`history.kinds.${kind}`) }))} />
      <div className={classes.map}>
        <PathwayMap key={shown} document={document} language={language} tallies={tallies} />
      </div>
    </>
  );
}

/** At each step one sign: what is most to be said of it, and in how many sentences it is told. */
function talliesOf(
  differences: NonNullable<VersionEntry['differences']>,
  say: (kind: `history.kinds.${DifferenceKind}`) => string,
): Readonly<Record<string, readonly Tally[]>> {
  const kinds = kindByStep(differences);
  return Object.fromEntries(
    Object.entries(kinds).map(([step, kind]): [string, Tally[]] => {
      const count = differences.filter((one) => one.step === step).length;
      return [step, [{ name: kind, count, words: say(`history.kinds.${kind}`), ...SIGNS[kind] }]];
    }),
  );
}
