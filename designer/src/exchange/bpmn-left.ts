import type { Words } from '@percorso/engine';

/** Something of the pathway that the BPMN diagram does not say, or says only nearly. */
export interface Left {
  /** JSON pointer into the document. */
  readonly path: string;
  readonly words: Words;
}

/** Every reason, about the step or the arrow that is named. */
export const LEFT = {
  effects: ({ it, en }) => ({
    it: `«${it}»: i dati registrati e i messaggi inviati non sono nel diagramma.`,
    en: `“${en}”: the data recorded and the messages sent are not in the diagram.`,
  }),
  activity: ({ it, en }) => ({
    it: `«${it}»: chi la svolge, il modulo, la scadenza e gli altri dettagli non sono nel diagramma.`,
    en: `“${en}”: who does it, its form, its due date and other details are not in the diagram.`,
  }),
  'activity-beside': ({ it, en }) => ({
    it: `L’attività «${it}» dura quanto il suo passo: nel diagramma c’è solo la sua conclusione.`,
    en: `The activity “${en}” lasts as long as its step: the diagram only has its end.`,
  }),
  history: ({ it, en }) => ({
    it: `«${it}» riprende da dove si era: in BPMN si ricomincia dall’inizio.`,
    en: `“${en}” resumes where it was: in BPMN it begins from its start.`,
  }),
  'enters-inside': ({ it, en }) => ({
    it: `«${it}» entra in un passo interno: in BPMN si entra dall’inizio del sotto-processo.`,
    en: `“${en}” enters at an inner step: in BPMN the sub-process begins from its start.`,
  }),
  'stays-inside': ({ it, en }) => ({
    it: `«${it}» non lascia il passo che lo contiene: in BPMN lo lascia e lo ricomincia.`,
    en: `“${en}” does not leave the step around it: in BPMN it leaves it and begins it again.`,
  }),
  'crosses-regions': ({ it, en }) => ({
    it: `«${it}» passa da un ramo parallelo all’altro: in BPMN gli altri rami proseguono.`,
    en: `“${en}” leads from one parallel region to another: in BPMN the others go on.`,
  }),
  'stays-here': ({ it, en }) => ({
    it: `«${it}» non porta in un altro passo: non è nel diagramma.`,
    en: `“${en}” leads to no other step: it is not in the diagram.`,
  }),
  'waits-here': ({ it, en }) => ({
    it: `«${it}» non finisce da sé: in BPMN un’attività senza uscite conclude il suo ramo.`,
    en: `“${en}” does not end by itself: in BPMN a task without a way out ends its branch.`,
  }),
  anywhere: ({ it, en }) => ({
    it: `«${it}» vale in tutto il percorso: non è nel diagramma.`,
    en: `“${en}” is possible anywhere in the pathway: it is not in the diagram.`,
  }),
} satisfies Record<string, (label: Words) => Words>;

export type LeftReason = keyof typeof LEFT;
