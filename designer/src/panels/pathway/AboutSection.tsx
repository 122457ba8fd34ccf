import { Radio, Stack } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { WordsField } from '../fields/WordsField.tsx';
import { PATHWAY } from './words.ts';

/** What the pathway is called, for whom it is. */
export function AboutSection() {
  const { document, words, run, isReadOnly } = useEditor();
  return (
    <Stack gap="md">
      <WordsField
        label={words(PATHWAY.title)}
        value={document.title}
        onCommit={(title) => run('describe-pathway', { title })}
      />
      <WordsField
        label={words(PATHWAY.summary)}
        description={words(PATHWAY.summaryHelp)}
        isLong
        value={document.summary}
        onCommit={(summary) => run('describe-pathway', { summary })}
        onClear={() => run('describe-pathway', { summary: null })}
      />
      <Radio.Group
        size="sm"
        label={words(PATHWAY.subject)}
        value={document.subject}
        readOnly={isReadOnly}
        onChange={(subject) => run('describe-pathway', { subject: subject as 'person' | 'group' })}
      >
        <Stack gap={6} mt={4}>
          {(['person', 'group'] as const).map((subject) => (
            <Radio
              key={subject}
              size="sm"
              value={subject}
              label={words(PATHWAY.subjects[subject])}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
