import type { Words } from '@percorso/engine';

/** The label as the subject of a sentence, as well as its letters tell: «Età» → «l’età». */
export function proposedNoun({ it, en }: Words): Words {
  return { it: withArticle(lowered(it.trim())), en: `the ${lowered(en.trim())}` };
}

function withArticle(text: string): string {
  const [noun = ''] = text.split(' ');
  if (/^[aeiouàèéìòùh]/i.test(noun)) return `l’${text}`;
  if (/(a|ione|tà|tù|udine|ice)$/i.test(noun)) return `la ${text}`;
  const isHard = /^(s[^aeiou]|z|gn|ps|x|y)/i.test(noun);
  return `${isHard ? 'lo' : 'il'} ${text}`;
}

/** But not of an abbreviation, such as ISEE. */
function lowered(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
