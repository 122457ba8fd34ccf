import type { MigrationGroup, MigrationQuestion, MigrationView } from '@percorso/server/contract';
import type { Words } from '../../language/words.ts';
import { type ChangeSentence, changeSentences } from './change-sentences.ts';

/** What a choice means for as many: alike for all of them. */
export interface Consequences {
  readonly count: number;
  readonly sentences: readonly ChangeSentence[];
}

type Plan = Pick<MigrationView, 'groups'>;
type Asked = Pick<MigrationQuestion, 'steps' | 'groups'>;
type GroupQuestion = MigrationGroup['questions'][number];
type Choice = GroupQuestion['choices'][number];

/** What one choice of a question would mean, for those whom it means the most first. */
export function consequencesOf(
  { groups }: Plan,
  { steps, groups: asked }: Asked,
  at: readonly string[],
): readonly Consequences[] {
  const found = new Map<string, Consequences>();
  for (const { id, count, questions } of groups) {
    if (!asked.includes(id)) continue;
    const question = questions.find((one) => one.steps.join() === steps.join());
    const choice = question?.choices.find((one) => one.at.join() === at.join());
    if (!question || !choice) continue;
    const sentences = ownSentences(questions, question, choice);
    const key = JSON.stringify(sentences);
    found.set(key, { count: (found.get(key)?.count ?? 0) + count, sentences });
  }
  return [...found.values()].toSorted((one, other) => other.count - one.count);
}

/**
 * Who is asked about twice is told at each question what hangs on that one; what comes whatever
 * is chosen, at the question with the fewest choices only.
 */
function ownSentences(
  questions: readonly GroupQuestion[],
  question: GroupQuestion,
  { changes }: Choice,
): readonly ChangeSentence[] {
  const others = questions.filter((one) => one !== question);
  const sentences = changeSentences(changes, true);
  if (others.length === 0) return sentences;
  const fewest = questions.toSorted((one, other) => one.choices.length - other.choices.length)[0];
  const isOwn = (happening: string) =>
    hangsOn(question, happening) ||
    (question === fewest && !others.some((other) => hangsOn(other, happening)));
  return sentences.flatMap((sentence) => {
    const about = sentence.about.filter((one) => isOwn(happeningOf(sentence, one)));
    return about.length > 0 ? [{ ...sentence, about }] : [];
  });
}

/** Whether it comes with one choice, and not with another. */
function hangsOn({ choices }: GroupQuestion, happening: string): boolean {
  const having = choices.filter(({ changes }) =>
    changeSentences(changes, true).some((sentence) =>
      sentence.about.some((one) => happeningOf(sentence, one) === happening),
    ),
  );
  return having.length > 0 && having.length < choices.length;
}

const happeningOf = ({ name, duration }: ChangeSentence, about: Words) =>
  [name, about.it, duration?.it].join(' ');
