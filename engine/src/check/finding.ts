/** What a check of a pathway finds, and what it proposes. All of it plain JSON. */
import type { CaseEvent } from '../case.ts';
import type { Facts, Words } from '../document.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** A place of the document, and the step that it belongs to. */
export interface Element {
  /** RFC 6901 JSON pointer. */
  readonly pointer: string;
  readonly step?: string;
}

/** One of the designer's commands, with its parameters, that would mend what was found. */
export interface Repair {
  readonly command: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly label: Words;
}

/** A walk that the engine itself takes (`walkExample`), and that shows what is wrong. */
export interface CounterExample {
  /** The facts of an invented participant; they stay the same on the whole walk. */
  readonly participant: Facts;
  /** What the case is handed at its start. */
  readonly data: Facts;
  readonly happenings: readonly CaseEvent[];
  readonly told: Words;
}

export interface Finding {
  /** The check's id: the name of its file and of its page in the documentation. */
  readonly check: string;
  readonly severity: Severity;
  readonly elements: readonly Element[];
  readonly message: Words;
  readonly repair?: Repair;
  readonly walk?: CounterExample;
}

/** What a check says; the id is added by whoever runs it. */
export type Found = Omit<Finding, 'check'>;
