import type { Words } from '@percorso/engine';
import type { Cause } from '../../commands/edit/transitions.ts';

type CauseWords = { readonly label: Words; readonly help: Words };

/** What makes a youth go on, as a coordinator would say it. */
export const CAUSE_WORDS: Readonly<Record<Cause['kind'], CauseWords>> = {
  action: {
    label: { it: 'Quando qualcuno sceglie un’azione', en: 'When someone takes an action' },
    help: { it: 'Un pulsante, per chi ne ha il ruolo.', en: 'A button, for those with its role.' },
  },
  timer: {
    label: { it: 'Dopo un tempo', en: 'After some time' },
    help: {
      it: 'Contato da quando si entra nel passo.',
      en: 'Counted from when the step is entered.',
    },
  },
  done: {
    label: { it: 'Quando un’attività è conclusa', en: 'When an activity is done' },
    help: { it: 'Una delle attività del passo.', en: 'One of the step’s activities.' },
  },
  failed: {
    label: { it: 'Quando un’attività non riesce', en: 'When an activity fails' },
    help: {
      it: 'Se è annullata o non va a buon fine.',
      en: 'If it is cancelled or comes to nothing.',
    },
  },
  completed: {
    label: { it: 'Quando il gruppo è completo', en: 'When the group is complete' },
    help: {
      it: 'Quando i passi al suo interno sono arrivati alla fine.',
      en: 'When the steps inside it have come to their end.',
    },
  },
  always: {
    label: { it: 'Subito, da sé', en: 'At once, by itself' },
    help: {
      it: 'Senza che nessuno faccia niente; di solito con una condizione.',
      en: 'Without anybody doing anything; usually under a condition.',
    },
  },
};

export const CONNECT = {
  title: { it: 'Collega un passo a un altro', en: 'Connect one step to another' },
  from: { it: 'Da', en: 'From' },
  to: { it: 'A', en: 'To' },
  toChoose: { it: 'Scegli il passo', en: 'Choose the step' },
  stays: { it: 'Resta nel passo', en: 'Stays in the step' },
  whatHappens: { it: 'Che cosa succede?', en: 'What happens?' },
  what: { it: 'Quando si passa di là?', en: 'When does one go there?' },
  action: { it: 'Quale azione?', en: 'Which action?' },
  actionToChoose: { it: 'Scegli o cerca l’azione', en: 'Choose or search the action' },
  newAction: { it: 'Una nuova azione…', en: 'A new action…' },
  actionName: { it: 'Come si chiama l’azione', en: 'What the action is called' },
  actionNameHelp: {
    it: 'È la scritta sul pulsante: «Convoca al colloquio».',
    en: 'It is what the button says: “Invite to the interview”.',
  },
  roles: { it: 'Chi può sceglierla', en: 'Who may take it' },
  emphasis: { it: 'Come si presenta', en: 'How it is shown' },
  howLong: { it: 'Dopo quanto tempo?', en: 'After how long?' },
  activity: { it: 'Quale attività?', en: 'Which activity?' },
  condition: { it: 'Solo se (facoltativo)', en: 'Only if (optional)' },
  conditionHelp: {
    it: 'Una condizione nuova si può scrivere dopo, dai dettagli del passaggio.',
    en: 'A new condition can be written afterwards, in the transition’s details.',
  },
  noCondition: { it: 'Sempre', en: 'Always' },
  connect: { it: 'Collega', en: 'Connect' },
  label: { it: 'Collega i passi', en: 'Connect the steps' },
  missing: {
    effect: {
      it: 'Scegli che cosa succede: restando nel passo, altrimenti non cambierebbe niente.',
      en: 'Choose what happens: staying in the step, nothing would change otherwise.',
    },
    to: { it: 'Scegli dove porta il passaggio.', en: 'Choose where the transition leads.' },
    action: { it: 'Scegli l’azione.', en: 'Choose the action.' },
    name: { it: 'Scrivi come si chiama l’azione.', en: 'Write what the action is called.' },
    roles: { it: 'Scegli almeno un ruolo.', en: 'Choose at least one role.' },
    activity: { it: 'Scegli l’attività.', en: 'Choose the activity.' },
  },
  noActivities: {
    it: 'Il passo di partenza non ha attività.',
    en: 'The step it starts from has no activities.',
  },
  noGroup: {
    it: 'Il passo di partenza non è un gruppo.',
    en: 'The step it starts from is no group.',
  },
} as const satisfies Record<string, Words | Record<string, Words>>;
