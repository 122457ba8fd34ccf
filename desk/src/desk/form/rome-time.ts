const TIME_ZONE = 'Europe/Rome';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant as a `datetime-local` control holds it: the wall clock of Rome. */
export function localTimeOf(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : wallClock.format(date).replace(' ', 'T');
}

/**
 * The instant at which Rome's wall clock shows `local` (`2026-11-21T10:30`), wherever the browser
 * stands. In the hour that a change to summer time skips, the later time is taken.
 */
export function romeInstant(local: string): string | undefined {
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  let instant = asIfUtc;
  // The offset at the guess may not be the offset at the result: the second turn settles it.
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = Date.parse(`${localTimeOf(new Date(instant).toISOString())}Z`);
    instant += asIfUtc - shown;
  }
  return new Date(instant).toISOString();
}
