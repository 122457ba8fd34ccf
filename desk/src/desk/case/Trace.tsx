import { NativeSelect, Text } from '@mantine/core';
import type { TraceLine } from '@percorso/server/contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { StepTag } from '../shell/StepTag.tsx';
import classes from './case.module.css';
import { useCase } from './case-context.ts';
import { DeviationMark } from './deviation/DeviationMark.tsx';
import { UndoHere } from './deviation/UndoHere.tsx';
import { useDeviations } from './deviation/useDeviations.ts';
import { Section } from './Section.tsx';
import { TRACE_FILTERS, type TraceFilter, traceFilterOf } from './trace-filter.ts';

/** Everything that happened, the latest first. */
export function Trace() {
  const { t } = useTranslation('case');
  const { view } = useCase();
  const [filter, setFilter] = useState<TraceFilter>('all');
  const trace = useRead('readTrace', { params: { id: view.id } });
  const undo = useDeviations().data?.undo;
  const lines = (trace.data?.lines ?? [])
    .filter(({ kind }) => filter === 'all' || traceFilterOf(kind) === filter)
    .toSorted((a, b) => b.revision - a.revision);
  return (
    <Section
      title={t('trace.title')}
      className={classes.trace}
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
      {filter !== 'all' && <p className="only-print">{t(`trace.filter.${filter}`)}</p>}
      {trace.error && <ProblemNote error={trace.error} onRetry={() => void trace.refetch()} />}
      {trace.isLoading && <PageSkeleton rows={3} />}
      {trace.data && lines.length === 0 && <Text c="dimmed">{t('trace.none')}</Text>}
      <ol className={classes.timeline} reversed>
        {lines.map((line) => (
          <Line key={line.revision} line={line}>
            {undo?.revision === line.revision && <UndoHere undo={undo} />}
          </Line>
        ))}
      </ol>
    </Section>
  );
}

interface LineProps {
  readonly line: TraceLine;
  readonly children?: ReactNode;
}

function Line({ line, children }: LineProps) {
  const { t } = useTranslation(['case', 'deviation']);
  const words = useWords();
  const dates = useDates();
  const isDeviation = traceFilterOf(line.kind) === 'deviations';
  const by = line.by.name ?? t(`trace.by.${line.by.kind}`);
  return (
    <li
      className={classes.line}
      data-by={line.by.kind}
      data-off={isDeviation || undefined}
      data-undone={line.undoneBy !== undefined || undefined}
    >
      <p>
        <strong>{words(line.words)}</strong>{' '}
        {isDeviation && <DeviationMark>{t('deviation:mark')}</DeviationMark>}{' '}
        {line.undoneBy !== undefined && <em>{t('trace.undone')}</em>}
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
      {children}
    </li>
  );
}
