import { useRead } from '../api/queries.ts';

/** Everybody who can follow a case, with how many they follow now. */
export function useCaseManagers() {
  const people = useRead('listPeople', {}, { staleTime: 60_000 }).data?.people ?? [];
  return people.filter(({ roles, active }) => active && roles.includes('case-manager'));
}
