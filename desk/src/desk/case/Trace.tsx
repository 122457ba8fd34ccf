import { NativeSelect, Text } from '@mantine/core';
import type { TraceLine } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { StepTag } from '../shell/StepTag.tsx';
import classes from './case.module.css';
import { useCase } from './case-context.ts';
import { Section } from './Section.tsx';
import { TRACE_FILTERS, type TraceFilter, traceFilterOf } from './trace-filter.ts';

/** Everything that happened, the latest first. */
export function Trace() {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const [filter, setFilter] = useState<TraceFilter>('all');
  const trace = useRead('readTrace', { params: { id: view.id } });
  const lines = (trace.data?.lines ?? [])
    .filter(({ kind }) => filter === 'all' || traceFilterOf(kind) === filter)
    .toSorted((a, b) => b.revision - a.revision);
  return (
    <Section
      title={t('trace.title')}
      actions={
        <NativeSelect
          className="no-print"
          aria-label={t('trace.filter.label')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as TraceFilter)}
        >
          {TRACE_FILTERS.map((name) => (
            <option key={name} value={name}>
              {t(`trace.filter.${name}`)}
            </option>
          ))}
        </NativeSelect>
      }
    >
      {trace.error && <ProblemNote error={trace.error} onRetry={() => void trace.refetch()} />}
      {trace.isLoading && <PageSkeleton rows={3} />}
      {trace.data && lines.length === 0 && <Text c="dimmed">{t('trace.none')}</Text>}
      <ol className={classes.timeline} reversed>
        {lines.map((line) => (
          <Line key={line.revision} line={line} />
        ))}
      </ol>
    </Section>
  );
}

function Line({ line }: { readonly line: TraceLine }) {
  const { t } = useTranslation('case');
  const words = useWords();
  const dates = useDates();
  const by = line.by.name ?? t(`trace.by.${line.by.kind}`);
  return (
    <li className={classes.line} data-by={line.by.kind}>
      <p>
        <strong>{words(line.words)}</strong>
      </p>
      <p className={classes.quiet}>
        <time dateTime={line.at}>{dates.dayAndTime(line.at)}</time> · {by}
      </p>
      {line.entered.length > 0 && (
        <p>
          <span className="visually-hidden">{t('trace.entered')} </span>
          {line.entered.map((step) => (
            <StepTag key={step.step} step={step} />
          ))}
        </p>
      )}
      {line.answers.length > 0 && (
        <dl>
          {line.answers.map(({ label, value }) => (
            <div key={label.it} className={classes.answer}>
              <dt>{words(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
