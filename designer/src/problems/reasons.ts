import type { Words } from '@percorso/engine';

/** Why each check matters, in a sentence: what its page in `docs/checks` says, to coordinators. */
export const REASONS: Readonly<Record<string, Words>> = {
  'document-invalid': {
    it: 'Finché non è corretto, nessuno può percorrerlo.',
    en: 'Until it is corrected, nobody can walk it.',
  },
  'step-unreachable': {
    it: 'Nessun passaggio porta qui: nessuno ci arriverà mai.',
    en: 'No transition leads here: nobody will ever come to it.',
  },
  'transition-shadowed': {
    it: 'Tra più passaggi con la stessa causa vale il primo che è permesso: a questo non tocca mai.',
    en: 'Of several transitions with one cause the first allowed is taken: it is never this one.',
  },
  'completion-impossible': {
    it: 'Il gruppo aspetta di essere completo, ma così non può mai esserlo.',
    en: 'The group waits to be complete, but this way it never can be.',
  },
  'failure-unhandled': {
    it: 'Chi rifiuta o manca resterebbe fermo qui, senza che nessuno se ne accorga.',
    en: 'Who declines or does not come would stay here, and nobody would notice.',
  },
  'timer-idle': {
    it: 'La scadenza passa e non succede nulla: chi disegna si aspettava altro.',
    en: 'The deadline goes by and nothing happens: something else was meant.',
  },
  'rule-never-true': {
    it: 'La condizione non è mai vera, per nessuno: ciò che la chiede è sempre chiuso.',
    en: 'The condition never holds, for nobody: what asks for it is always closed.',
  },
  'rule-always-true': {
    it: 'La condizione è vera per tutti: non decide nulla.',
    en: 'The condition holds for everybody: it decides nothing.',
  },
  'rule-unused': {
    it: 'Ciò che non serve rende il percorso più difficile da leggere.',
    en: 'What is not used makes the pathway harder to read.',
  },
  'action-unused': {
    it: 'È descritta ma nessun passo la offre: nessuno potrà farla.',
    en: 'It is described, but no step offers it: nobody can do it.',
  },
  'form-unused': {
    it: 'Nessuno lo compilerà mai.',
    en: 'Nobody will ever fill it in.',
  },
  'message-unused': {
    it: 'Nessuno lo riceverà mai.',
    en: 'Nobody will ever receive it.',
  },
  'fact-unused': {
    it: 'Si raccoglie solo ciò che serve: questo non lo legge nessuno.',
    en: 'Only what is needed is collected: nobody reads this.',
  },
  'stage-unused': {
    it: 'Nelle statistiche resterebbe sempre vuota.',
    en: 'In the figures it would always be empty.',
  },
  'translation-missing': {
    it: 'Chi legge nell’altra lingua trova un testo che non capisce.',
    en: 'Who reads the other language finds a text they do not understand.',
  },
  'label-repeated': {
    it: 'Negli elenchi e nei messaggi non si distinguono.',
    en: 'In lists and messages they cannot be told apart.',
  },
  'label-too-long': {
    it: 'Sul telefono e nel disegno non ci sta.',
    en: 'It does not fit on a phone or in the drawing.',
  },
  'help-missing': {
    it: 'Chi lavora al caso non trova scritto che cosa deve fare.',
    en: 'Who works on the case does not find written what to do.',
  },
  'dead-end': {
    it: 'Chi arriva qui non può più fare nulla.',
    en: 'Who comes here can do nothing any more.',
  },
  'no-outcome': {
    it: 'Chi arriva qui gira in tondo senza mai un esito.',
    en: 'Who comes here goes round and round and never reaches an outcome.',
  },
  'endless-round': {
    it: 'Ciò che porta lì viene rifiutato a chiunque ci arrivi così.',
    en: 'Whatever leads there is refused to everybody who comes that way.',
  },
  'action-never-possible': {
    it: 'L’azione si vede ma nessuno riuscirà mai a farla.',
    en: 'The action is seen, but nobody will ever be able to do it.',
  },
  'step-never-entered': {
    it: 'I passaggi ci sono, ma le loro condizioni non sono mai vere.',
    en: 'The transitions are there, but their conditions never hold.',
  },
  'transition-never-taken': {
    it: 'È disegnato, ma nessuno lo prenderà mai.',
    en: 'It is drawn, but nobody will ever take it.',
  },
  'no-way-back': {
    it: 'Da qui non si può più cambiare strada: il ri-orientamento deve restare possibile.',
    en: 'From here one can no longer change course: re-orientation must stay possible.',
  },
};
