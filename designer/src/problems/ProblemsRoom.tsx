import type { Finding, Severity } from '@percorso/engine';
import { useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { FindingRow } from './FindingRow.tsx';
import { KindFilter } from './KindFilter.tsx';
import { PersonaRow } from './PersonaRow.tsx';
import { ProblemsState } from './ProblemsState.tsx';
import classes from './problems.module.css';
import { WORDS } from './words.ts';

/** What is wrong or doubtful in the draft, the gravest first, each with its way out. */
export function ProblemsRoom() {
  const { checked, words } = useEditor();
  const [kind, setKind] = useState<ProblemKind>();
  const heading = useRef<HTMLHeadingElement>(null);
  const goOn = (row: HTMLElement | null) => (neighbourOf(row) ?? heading.current)?.focus();
  const groups = groupsOf(checked.findings);
  const isShown = (one: ProblemKind) => kind === undefined || kind === one;
  const counts = {
    error: groups.error.length,
    personas: checked.personas.length,
    warning: groups.warning.length,
    hint: groups.hint.length,
  };
  const findingsOf = (severity: Severity) =>
    isShown(severity) && (
      <Group key={severity} kind={severity} count={counts[severity]}>
        {groups[severity].map((finding) => (
          <FindingRow key={keyOf(finding)} finding={finding} onRepaired={goOn} />
        ))}
      </Group>
    );
  return (
    <section className={classes.room} aria-labelledby="problems-heading">
      <h2 id="problems-heading" ref={heading} tabIndex={-1} className={classes.title}>
        {words(WORDS.list)}
      </h2>
      <ProblemsState counts={counts} />
      <KindFilter counts={counts} chosen={kind} onChoose={setKind} />
      {findingsOf('error')}
      {isShown('personas') && (
        <Group kind="personas" count={counts.personas}>
          {checked.personas.map((report) => (
            <PersonaRow key={report.persona} report={report} />
          ))}
        </Group>
      )}
      {findingsOf('warning')}
      {findingsOf('hint')}
    </section>
  );
}

/** The row after it, whatever its kind, else the one before it. */
function neighbourOf(row: HTMLElement | null): HTMLElement | undefined {
  const rows = [...(row?.closest('section[aria-labelledby]')?.querySelectorAll('li') ?? [])];
  const at = row instanceof HTMLLIElement ? rows.indexOf(row) : -1;
  return rows[at + 1] ?? rows[at - 1];
}

export type ProblemKind = Severity | 'personas';

function groupsOf(findings: readonly Finding[]): Record<Severity, Finding[]> {
  const groups: Record<Severity, Finding[]> = { error: [], warning: [], hint: [] };
  for (const finding of findings) groups[finding.severity].push(finding);
  return groups;
}

const keyOf = ({ check, elements, message }: Finding) =>
  `${check} ${elements.map(({ pointer }) => pointer).join(' ')} ${message.it}`;

interface GroupProps {
  readonly kind: ProblemKind;
  readonly count: number;
  readonly children: React.ReactNode;
}

function Group({ kind, count, children }: GroupProps) {
  const { words } = useEditor();
  if (count === 0) return null;
  return (
    <section aria-label={words(WORDS.groups[kind])} className={classes.group} data-kind={kind}>
      <h3 className={classes.heading}>
        {words(WORDS.groups[kind])} <span className={classes.count}>{count}</span>
      </h3>
      {kind === 'personas' && <p className={classes.quiet}>{words(WORDS.personasHelp)}</p>}
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}
