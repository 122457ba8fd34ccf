import type { Answer, FactValue } from '@percorso/engine';

/** What a correction changes: new values, and null for what was emptied. */
export function changedFacts(known: Answer, corrected: Answer): Record<string, FactValue | null> {
  const changed: Record<string, FactValue | null> = {};
  for (const name of new Set([...Object.keys(known), ...Object.keys(corrected)])) {
    const value = corrected[name] ?? null;
    if (JSON.stringify(value) !== JSON.stringify(known[name] ?? null)) changed[name] = value;
  }
  return changed;
}
