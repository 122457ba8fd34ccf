import type { CaseSearch } from '@percorso/server/contract';

/** What the list is narrowed by. It stands in the address; the search text never does. */
export type Filters = Omit<CaseSearch, 'text' | 'offset' | 'limit'>;

const CHOICES = {
  status: ['active', 'done', 'all'],
  order: ['waiting', 'name', 'newest', 'changed'],
  subject: ['person', 'group'],
} as const;
const FREE = ['pathway', 'stage', 'step', 'outcome', 'caseManager'] as const;

/** Reads the filters from an address; what isn't a filter or has no such choice is left out. */
export function readFilters(search: URLSearchParams): Filters {
  const filters: Record<string, string> = {};
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = search.get(name);
    if (value !== null && choices.some((choice) => choice === value)) filters[name] = value;
  }
  for (const name of FREE) {
    const value = search.get(name);
    if (value) filters[name] = value;
  }
  return filters as Filters;
}

export function writeFilters(filters: Filters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search;
}
