const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as a `datetime-local` control holds it: what the clocks at the place show. */
export function localTimeOf(instant: string, timeZone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return formatOf(timeZone).format(date).replace(' ', 'T');
}

/**
 * The instant at which the clocks of a place show `local` (`2026-11-21T10:30`). In the hour that a
 * change to summer time skips, the later time is taken.
 */
export function instantAt(local: string, timeZone: string): string | undefined {
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  let instant = asIfUtc;
  // The offset at the guess may not be the offset at the result: the second turn settles it.
  for (let turn = 0; turn < 2; turn += 1) {
    const shown = Date.parse(`${localTimeOf(new Date(instant).toISOString(), timeZone)}Z`);
    instant += asIfUtc - shown;
  }
  return new Date(instant).toISOString();
}

/** Made once for a place: each takes longer to make than a key takes to be typed. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  // Swedish, for it writes the date as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  formats.set(timeZone, format);
  return format;
}
