/** Where to go after the sign-in; only an address of the desk, never one of another site. */
export function returnAddress(search: string): string {
  const wanted = new URLSearchParams(search).get('return') ?? '';
  return /^\/desk(\/(?![/\\])|$)/.test(wanted) && !wanted.includes('\\') ? wanted : '/desk';
}
