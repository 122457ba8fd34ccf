import { Text } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { useEditor } from '../../editor/editor-context.ts';
import { filledIn } from './message-names.ts';
import classes from './pathway.module.css';
import { PATHWAY } from './words.ts';

interface Props {
  readonly subject: Words;
  readonly body: Words;
}

/** The message as it arrives, in the language of the interface, with invented names. */
export function MessagePreview({ subject, body }: Props) {
  const { document, words, language } = useEditor();
  const title = words(document.title);
  return (
    <figure className={classes.preview}>
      <figcaption className={classes.previewLabel}>{words(PATHWAY.preview)}</figcaption>
      <Text size="sm" fw={700}>
        {filledIn(words(subject), language, title)}
      </Text>
      <Text size="sm" className={classes.previewText}>
        {filledIn(words(body), language, title)}
      </Text>
    </figure>
  );
}
