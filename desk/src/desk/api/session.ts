import type { Session } from '@percorso/server/contract';
import { createContext, useContext } from 'react';

/** The session of whoever is signed in; only pages inside the shell have it. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This page must stand inside the signed-in shell');
  return session;
}

/** May the reader do this? Buttons and pages are drawn from the abilities of the session. */
export function useMay(): (ability: string) => boolean {
  const { may } = useSession();
  return (ability) => may.includes(ability);
}
