const KEPT = 'percorso.own-link';

/** The secret of a signed link, from the whole link or from its end. */
export function tokenIn(link: string): string | undefined {
  const end = link
    .trim()
    .split('#')
    .at(-1)!
    .replace(/^token=/, '');
  return /^[\w.~-]{20,400}$/.test(end) ? end : undefined;
}

/** Keeps the token for this tab only. */
export function keepToken(token: string | undefined): void {
  try {
    if (token) sessionStorage.setItem(KEPT, token);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage only a reload needs the link again.
  }
}

/** Takes the token out of the address bar, where others could read or photograph it. */
export function takeToken(): string | undefined {
  const fromLink = location.hash.length > 1 ? tokenIn(location.hash) : undefined;
  if (fromLink) {
    keepToken(fromLink);
    history.replaceState(null, '', location.pathname);
    return fromLink;
  }
  try {
    return sessionStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}
