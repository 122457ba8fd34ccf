/** The product's sign: a way from one point to another. */
export function Mark() {
  return (
    <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <g fill="none" stroke="var(--it-color-blue-40)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M8 23c0-5 16-3 16-8s-9-4-9-8" />
      </g>
      <circle cx="8" cy="23" r="3" fill="var(--it-color-blue-40)" />
      <circle cx="15" cy="7" r="3" fill="var(--it-color-blue-40)" />
    </svg>
  );
}
