import type { ClientBase, Pool } from 'pg';
import type {
  MigrationGroup,
  MigrationQuestion,
  MigrationView,
  StayRule,
} from '../contract/migrations.ts';

/** A group as it is kept with the plan: how many are in it is counted anew whenever it is read. */
export interface StoredGroup extends Omit<MigrationGroup, 'count' | 'exceptions'> {
  /** All the steps at which they are, of the old version. */
  readonly present: readonly MigrationGroup['from'][number][];
}

export type StoredQuestion = Omit<Immutable<MigrationQuestion>, 'count'>;

type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;

/** What was found out about everybody inside, as one JSON value. */
export interface StoredPlan {
  readonly groups: readonly StoredGroup[];
  readonly questions: readonly StoredQuestion[];
  /** The answers, places, that held for somebody. */
  readonly answered: readonly (Pick<StoredQuestion, 'version' | 'steps'> & {
    /** In every plan made since several answers about the same steps can hold. */
    readonly at?: readonly string[];
  })[];
  readonly proof: MigrationView['proof'];
  /** Is anybody refused, or waiting, for what others may change at any moment? */
  readonly isHeldUp?: boolean;
}

/** An answer, for every case that its question comes up for; `at` null: they stay. */
export interface StoredDecision {
  readonly version: number;
  readonly steps: readonly string[];
  readonly at: readonly string[] | null;
  readonly insteadOf?: readonly (readonly string[])[];
  readonly words: MigrationQuestion['words'];
  readonly answer: MigrationQuestion['words'];
  readonly by: { readonly id: string; readonly name: string };
  readonly decidedAt: string;
}

/** Who is at a step stays, and no longer once they have left it; kept among the answers. */
export interface StoredRule extends Immutable<StayRule> {
  readonly rule: true;
}

export type Decided = StoredDecision | StoredRule;

export const answersIn = (decided: readonly Decided[]): StoredDecision[] =>
  decided.filter((one): one is StoredDecision => !isRule(one));

export const rulesIn = (decided: readonly Decided[]): StoredRule[] => decided.filter(isRule);

export const isRule = (one: Decided): one is StoredRule => 'rule' in one;

/** Null while it is being made. */
export async function storedPlan(client: ClientBase, id: string): Promise<StoredPlan | null> {
  const { rows } = await client.query<{ plan: StoredPlan | null }>(
    'select plan from pathway_migration where id = $1',
    [id],
  );
  return rows[0]?.plan ?? null;
}

const GROUPS = `select plan->'groups' as groups from pathway_migration where id = $1`;

/** The groups of a plan: none while it is being made; undefined where there is no such plan. */
export async function storedGroups(
  on: Pool | ClientBase,
  id: string,
): Promise<readonly StoredGroup[] | undefined> {
  const { rows } = await on.query<{ groups: StoredGroup[] | null }>(GROUPS, [id]);
  return rows[0] && (rows[0].groups ?? []);
}
