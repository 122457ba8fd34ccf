import type { BehaviourCheck } from '../check-kind.ts';
import { stuckAt } from './stuck-at.ts';

/** Nobody gets to where no action, no activity and no deadline is left. */
export const deadEnd: BehaviourCheck = (study) =>
  study.dooms.flatMap((doom) =>
    doom.kind === 'dead'
      ? stuckAt(
          study,
          doom,
          ['non è possibile più nulla', 'nothing is possible any more'],
          [
            'Al passo # si può restare bloccati: nessuna azione, nessuna attività, nessuna scadenza.',
            'At step # one can get stuck: no action, no activity, no deadline.',
          ],
        )
      : [],
  );
