/** One of several numbers at a step, told apart by a sign, a colour and words. */
export interface Tally {
  readonly name: string;
  readonly count: number;
  /** What the number counts. */
  readonly words: string;
  /** A character or two, for those who see no colours. */
  readonly sign: string;
  /** As CSS has it; white is read on it. */
  readonly colour: string;
}

export type Tallies = Readonly<Record<string, readonly Tally[]>>;
