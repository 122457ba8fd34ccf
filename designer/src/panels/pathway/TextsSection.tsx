import { Button, Progress, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { WordsField } from '../fields/WordsField.tsx';
import classes from './pathway.module.css';
import { textsOf, untranslated } from './texts.ts';
import { PATHWAY } from './words.ts';

const PAGE = 20;

/** Every text whose English is still to be written, to be written right here. */
export function TextsSection() {
  const { document, words, runAll } = useEditor();
  const [shown, setShown] = useState(PAGE);
  const texts = useMemo(() => textsOf(document), [document]);
  const missing = untranslated(texts);
  const done = texts.length - missing.length;
  const progress = `${missing.length} ${words(PATHWAY.ofAll)} ${texts.length} ${words(PATHWAY.toTranslate)}`;
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.textsHelp)}</Text>
      <Text size="sm" fw={600} role="status">
        {missing.length === 0 ? words(PATHWAY.allTranslated) : progress}
      </Text>
      <Progress value={(done / Math.max(texts.length, 1)) * 100} aria-label={progress} />
      <ul className={classes.texts}>
        {missing.slice(0, shown).map(({ id, where, words: text, isLong, write }) => (
          <li key={id}>
            <WordsField
              label={words(where)}
              value={text}
              isLong={isLong}
              onCommit={(next) => runAll([write(next)])}
            />
          </li>
        ))}
      </ul>
      {missing.length > shown && (
        <Button variant="default" size="sm" onClick={() => setShown(shown + PAGE)}>
          {words(PATHWAY.showMore)}
        </Button>
      )}
    </Stack>
  );
}
