import type { Language, PathwayDocument, Words } from '@percorso/engine';
import type { Step } from '../editor/edit-history.ts';
import type { MapNode } from '../map/map-nodes.ts';

/** What a command for chosen steps has to go by. */
export interface Chosen {
  readonly document: PathwayDocument;
  readonly language: Language;
  /** The ids that pathways have already. */
  readonly pathways: ReadonlySet<string>;
  /** What becomes a pathway of its own is kept beyond this page. */
  readonly isKept: boolean;
  /** All steps, as they are drawn. */
  readonly steps: readonly MapNode[];
  /** The chosen ones, in reading order, none of them inside another. */
  readonly chosen: readonly MapNode[];
}

/** Something that has to be known before the command can be run. */
export interface Question {
  readonly name: string;
  readonly label: Words;
  readonly asks:
    | 'text'
    | 'step'
    | 'next-step'
    | 'inner-step'
    | 'group'
    | 'rule'
    | 'action'
    | 'stage';
  readonly isOptional?: boolean;
  /** What is proposed for a text. */
  readonly proposal?: Words;
}

export type Answers = Readonly<Record<string, string>>;

/** One entry of the menu of steps. */
export interface StepCommand {
  readonly id: string;
  readonly label: Words;
  readonly section: 'shape' | 'flow' | 'place';
  /** Whether it means anything for what is chosen; whether it can be done, the command says. */
  readonly isFor: (chosen: readonly MapNode[]) => boolean;
  readonly questions: readonly Question[];
  /** Said before it is done. */
  readonly note?: (chosen: Chosen) => Words;
  readonly steps: (chosen: Chosen, answers: Answers) => readonly Step[];
}

export function isOne(chosen: readonly MapNode[], ...kinds: readonly MapNode['kind'][]): boolean {
  return chosen.length === 1 && (kinds.length === 0 || kinds.includes(chosen[0]!.kind));
}

/** What a coordinator writes once stands for both languages until it is translated. */
export function same(text: string | undefined): Words {
  return { it: text ?? '', en: text ?? '' };
}
