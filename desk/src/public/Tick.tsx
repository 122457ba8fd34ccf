/** A tick, drawn: few fonts have one. */
export function Tick() {
  return (
    <svg className="tick" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 13l4.5 4.5L19 7.5" fill="none" stroke="currentColor" strokeWidth="3" />
    </svg>
  );
}
