import type { BehaviourCheck } from '../check-kind.ts';
import { stuckAt } from './stuck-at.ts';

/** From wherever somebody can be, an outcome can still be reached. */
export const noOutcome: BehaviourCheck = (study) =>
  study.dooms.flatMap((doom) =>
    doom.kind === 'round'
      ? stuckAt(
          study,
          doom,
          ['nessun esito si può più raggiungere', 'no outcome can be reached any more'],
          [
            'Dal passo # si può non arrivare più a nessun esito: si gira senza uscita.',
            'From step # one may never reach an outcome: one goes round without a way out.',
          ],
        )
      : [],
  );
