/** Of a sans-serif typeface, on average, as a part of its size; wide enough for most of them. */
const LETTER_WIDTH = 0.56;

/** The words of a text in lines of a width, in pixels; what is too much ends with «…». */
export function textLines(text: string, size: number, width: number, linesMax: number): string[] {
  const letters = Math.max(1, Math.floor(width / (size * LETTER_WIDTH)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  if (lines.length > linesMax) {
    const kept = lines.slice(0, linesMax);
    return [...kept.slice(0, -1), shortened(`${kept.at(-1)}…`, letters)];
  }
  return lines.map((line) => shortened(line, letters));
}

function shortened(line: string, letters: number): string {
  return line.length <= letters ? line : `${line.slice(0, letters - 1)}…`;
}
