import type { CaseList, CaseSearch } from '@percorso/server/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { keyOf } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { type Filters, readFilters, writeFilters } from './filters.ts';

const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 300;
const TEXT_KEPT_AS = 'percorso.case-search';

/** The search text may be a name: it is kept in this tab, never in the address. */
function useSearchText() {
  const [text, setText] = useState(() => sessionStorage.getItem(TEXT_KEPT_AS) ?? '');
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text.trim());
      sessionStorage.setItem(TEXT_KEPT_AS, text.trim());
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, settled, setText };
}

/** The case list: its filters (in the address), its search text, its pages. */
export function useCaseSearch() {
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const { text, settled, setText } = useSearchText();
  const search: CaseSearch = { ...filters, text: settled };
  const list = useInfiniteQuery<CaseList, Error>({
    queryKey: keyOf('searchCases', { body: search }),
    queryFn: ({ pageParam, signal }) =>
      request(
        'searchCases',
        { body: { ...search, offset: Number(pageParam), limit: PAGE_SIZE } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.length * PAGE_SIZE;
      return shown < last.total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
  });
  return {
    filters,
    setFilters: (next: Filters) => setAddress(writeFilters(next), { replace: true }),
    text,
    setText,
    list,
    cases: list.data?.pages.flatMap((page) => page.cases) ?? [],
    total: list.data?.pages[0]?.total ?? 0,
  };
}
