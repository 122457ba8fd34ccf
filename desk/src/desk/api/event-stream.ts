const RETRY_AFTER_MS = 15_000;

/**
 * Listens to what the server tells until the returned function is called; each connection is given
 * to `listen`. The browser reconnects by itself unless it was refused: then it is tried later.
 */
export function openStream(address: string, listen: (source: EventSource) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    const opened = new EventSource(address);
    source = opened;
    listen(opened);
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_AFTER_MS);
    });
  };
  connect();
  return () => {
    source?.close();
    clearTimeout(timer);
  };
}
