import { NativeSelect } from '@mantine/core';
import { mapNodes, PathwayMap, type Tally } from '@percorso/designer/map';
import type { PathwayDocument } from '@percorso/engine';
import type { MigrationView, StepImpact } from '@percorso/server/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { type Column, DataTable } from '../programme/DataTable.tsx';
import { Panel } from '../programme/Panel.tsx';
import { populatedSteps } from '../programme/populated-steps.ts';
import { Signs } from '../programme/Signs.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import classes from './redesign.module.css';
import { FATES, type Fate } from './verdicts.ts';
import { WhoLink } from './WhoLink.tsx';
import { whoAddress } from './who.ts';

const ANY = 'any';

/** How the drawing tells the numbers at a step apart; the colours are those of redesign.module.css. */
const SIGNS: Readonly<Record<Fate, Pick<Tally, 'sign' | 'colour'>>> = {
  'needs-decision': { sign: '?', colour: '#a04100' },
  blocked: { sign: '×', colour: 'var(--it-color-red-37)' },
  moved: { sign: '»', colour: 'var(--it-color-blue-40)' },
  unaffected: { sign: '=', colour: 'var(--it-color-seagreen-24)' },
  staying: { sign: '•', colour: 'var(--it-color-slate-36)' },
};
const allAt = (impact: StepImpact) => FATES.reduce((sum, fate) => sum + impact[fate], 0);

/** How many stand at each step of their version, by what happens to them: map and list. */
export function Where({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const versions = [...new Set(plan.steps.map(({ version }) => version))].sort((a, b) => b - a);
  const [chosen, setChosen] = useState<number>();
  const [fate, setFate] = useState<Fate | typeof ANY>(ANY);
  const version = versions.find((one) => one === chosen) ?? versions[0];
  if (version === undefined) return null;
  return (
    <Panel title={t('where.title')}>
      <p className={`${classes.quiet} no-print`}>{t('where.lead')}</p>
      <div className={`${classes.filters} no-print`}>
        {versions.length > 1 && (
          <NativeSelect
            label={t('where.version')}
            value={String(version)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
            data={versions.map((one) => ({
              value: String(one),
              label: t('version', { version: one }),
            }))}
          />
        )}
        <NativeSelect
          label={t('where.count')}
          value={fate}
          onChange={(event) => setFate(event.currentTarget.value as Fate | typeof ANY)}
          data={[
            { value: ANY, label: t('where.everybody') },
            ...FATES.map((one) => ({ value: one, label: t(`fate.${one}`) })),
          ]}
        />
      </div>
      <Drawing plan={plan} version={version} fate={fate} />
    </Panel>
  );
}

interface DrawingProps {
  readonly plan: MigrationView;
  readonly version: number;
  readonly fate: Fate | typeof ANY;
}

function Drawing({ plan, version, fate }: DrawingProps) {
  const language = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const read = useRead('readPathwayVersion', { params: { id: plan.pathway, version } });
  const { t } = useTranslation('redesign');
  const impacts = plan.steps.filter((one) => one.version === version);
  const shown = fate === ANY ? FATES : [fate];
  const tallies = Object.fromEntries(
    impacts.map((one) => [
      one.step.step,
      shown.map((name): Tally => {
        return { name, count: one[name], words: t(`fate.${name}`), ...SIGNS[name] };
      }),
    ]),
  );
  if (read.error) return <ProblemNote error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  // The server serves only documents that its engine has parsed.
  const document = read.data.document as PathwayDocument;
  const show = (step: string, tally?: string) => {
    const of = FATES.find((one) => one === tally);
    const who = { step, version, ...(of && { fate: of }) };
    void navigate(whoAddress(search, who), { preventScrollReset: true });
  };
  return (
    <>
      <div className={classes.drawn}>
        <Signs
          signs={FATES.filter((name) => plan.counts[name] > 0).map((name) => ({
            ...SIGNS[name],
            label: t(`fate.${name}`),
          }))}
        />
        <div className={classes.map}>
          <PathwayMap
            key={version}
            document={document}
            language={language}
            tallies={tallies}
            onStep={show}
          />
        </div>
      </div>
      <StepTable document={document} impacts={impacts} />
    </>
  );
}

interface TableProps {
  readonly document: PathwayDocument;
  readonly impacts: readonly StepImpact[];
}

function StepTable({ document, impacts }: TableProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const steps = useMemo(() => mapNodes(document), [document]);
  const byStep = new Map(impacts.map((one) => [one.step.step, one]));
  const counts = Object.fromEntries(impacts.map((one) => [one.step.step, allAt(one)]));
  const rows = populatedSteps(steps, counts).flatMap(({ step }) => byStep.get(step.key) ?? []);
  const fates = FATES.filter((fate) => rows.some((row) => row[fate] > 0));
  const columns: Column<StepImpact>[] = [
    { label: t('where.step'), cell: ({ step }) => words(step.label) },
    ...fates.map((fate) => ({
      label: t(`fate.${fate}`),
      isNumber: true,
      cell: (impact: StepImpact) => <Count impact={impact} fate={fate} />,
    })),
  ];
  return (
    <DataTable
      caption={t('where.title')}
      columns={columns}
      rows={rows}
      keyOf={({ step }) => step.step}
    />
  );
}

interface CountProps {
  readonly impact: StepImpact;
  readonly fate: Fate;
}

function Count({ impact, fate }: CountProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const count = impact[fate];
  if (count === 0) return <span className={`${classes.quiet} ${classes.none}`}>0</span>;
  const where = { step: impact.step.step, version: impact.version };
  const label = `${t('people', { count })}, ${words(impact.step.label)}: ${t(`fate.${fate}`)}`;
  return (
    <WhoLink who={{ ...where, fate }} label={label}>
      {count}
    </WhoLink>
  );
}
