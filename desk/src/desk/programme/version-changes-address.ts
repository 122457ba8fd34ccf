import type { VersionEntry } from '@percorso/server/contract';

/** A pathway's page with what a version changed on one of the two drawings. */
export function changesAddress(pathway: string, version: number, shown: number): string {
  return `/desk/pathways/${pathway}?version=${shown}&changes=${version}`;
}

/** Of which version the address asks for the changes; what nobody knows is not heeded. */
export function changesAsked(
  versions: readonly VersionEntry[],
  search: URLSearchParams,
): { readonly entry: VersionEntry; readonly before: number; readonly shown: number } | undefined {
  const asked = Number(search.get('changes'));
  const at = versions.findIndex(({ version }) => version === asked);
  const [entry, before] = [versions[at], versions[at + 1]?.version];
  if (!entry?.differences?.length || before === undefined) return undefined;
  const shown = Number(search.get('version')) === before ? before : asked;
  return { entry, before, shown };
}
