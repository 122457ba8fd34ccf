import { useRef, useState } from 'react';

type Handlers = Readonly<Record<string, (...given: never[]) => unknown>>;

/**
 * The newest functions behind ones that stay the same. React Flow takes a new function for news to
 * all steps and arrows: with 500 steps each costs some milliseconds.
 */
export function useSteady<H>(handlers: H & { readonly [Name in keyof H]: Handlers[string] }): H {
  const latest = useRef<Handlers>(handlers as Handlers);
  latest.current = handlers as Handlers;
  const [steady] = useState(() =>
    Object.fromEntries(
      Object.keys(handlers).map((name) => [
        name,
        (...given: never[]) => latest.current[name]?.(...given),
      ]),
    ),
  );
  return steady as H;
}
