import { useRef } from 'react';

/** What gets another name is still the same to the hand that is writing in it. */
export function useIdentities() {
  const known = useRef(new Map<string, string>());
  const identityOf = (name: string) => known.current.get(name) ?? name;
  identityOf.pass = (from: string, to: string) => {
    known.current.set(to, identityOf(from));
    known.current.delete(from);
  };
  return identityOf;
}
