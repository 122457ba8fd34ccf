import { assign, setup } from 'xstate';

/** What is being drawn: an arrow from a step, to another that may not be chosen yet. */
interface Drawing {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type InteractionEvent =
  /** Draw an arrow: with `to` only its cause is missing, by a list its target is asked for too. */
  | { type: 'connect'; from: string; to?: string; isByList?: boolean }
  | { type: 'target'; to: string }
  | { type: 'walk' }
  | { type: 'compare' }
  /** Back to selecting; Escape, and whatever ends what was begun. */
  | { type: 'finish' };

/** What a click on the drawing means now. The pathway's own meaning is the engine's. */
export const interactionMachine = setup({
  types: { context: {} as Drawing, events: {} as InteractionEvent },
  actions: { forget: assign({ from: undefined, to: undefined }) },
}).createMachine({
  id: 'interaction',
  context: { from: undefined, to: undefined },
  initial: 'select',
  on: { finish: { target: '.select', actions: 'forget' } },
  states: {
    select: {
      on: {
        connect: [
          {
            guard: ({ event }) => event.to !== undefined || event.isByList === true,
            target: 'connect.cause',
            actions: assign({ from: ({ event }) => event.from, to: ({ event }) => event.to }),
          },
          { target: 'connect.target', actions: assign({ from: ({ event }) => event.from }) },
        ],
        walk: 'walk',
        compare: 'compare',
      },
    },
    connect: {
      initial: 'target',
      states: {
        /** The next step that is chosen is where the arrow leads. */
        target: {
          on: { target: { target: 'cause', actions: assign({ to: ({ event }) => event.to }) } },
        },
        /** What makes the youth go that way is asked. */
        cause: { on: { target: { actions: assign({ to: ({ event }) => event.to }) } } },
      },
    },
    walk: { on: { compare: 'compare' } },
    compare: { on: { walk: 'walk' } },
  },
});
