import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type PrintedNames, readNames } from './printed-names.ts';

/** Prints a plan's page with the people behind its counts, who are read for that only. */
export function useNames(plan: string) {
  const [names, setNames] = useState<PrintedNames>();
  // What is printed next, perhaps by the browser's own menu, has no names again.
  useEffect(() => {
    const forget = () => setNames(undefined);
    globalThis.addEventListener('afterprint', forget);
    return () => globalThis.removeEventListener('afterprint', forget);
  }, []);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (id: string) => readNames(id),
    onSuccess: (read) => {
      flushSync(() => setNames(read));
      globalThis.print();
    },
  });
  return { names, isPending, error, print: () => mutate(plan) };
}
