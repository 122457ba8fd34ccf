import { Alert, Button, FileInput, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type ExchangeProblem, FILE_BYTES_MAX, refusedFile } from '../exchange/exchange-problem.ts';
import { readImport } from './read-import.ts';
import { WORDS } from './words.ts';

const SHOWN_MAX = 8;
/** A field takes seconds for each megabyte that is put into it. */
const FIELD_LENGTH_MAX = 200_000;

/** Takes over a pathway from a file or a text; what can't be read is said with its place. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { document, run, announce, words } = useEditor();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [problems, setProblems] = useState<readonly ExchangeProblem[]>([]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const source = file ? await textOf(file) : text;
    if (source === undefined) return setProblems(refusedFile('file-unreadable').problems);
    setEmpty(source.trim() === '');
    if (source.trim() === '') return setProblems([]);
    const imported = readImport(source, document);
    if (!imported.ok) return setProblems(imported.problems);
    if (!run('replace-document', { by: imported.document }).ok) return;
    announce(words(WORDS.imported));
    onClose();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= FIELD_LENGTH_MAX) return;
    event.preventDefault();
    setFile(new File([pasted], words(WORDS.pasted)));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words(WORDS.importTitle)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Text>{words(WORDS.importLead)}</Text>
          <FileInput
            label={words(WORDS.file)}
            placeholder={words(WORDS.chooseFile)}
            accept=".json,application/json"
            value={file}
            onChange={setFile}
            clearable
            data-autofocus
          />
          <Textarea
            label={words(WORDS.text)}
            rows={5}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onPaste={onPaste}
            error={isEmpty && words(WORDS.nothing)}
            spellCheck={false}
          />
          {problems.length > 0 && <Problems problems={problems} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words(WORDS.cancel)}
            </Button>
            <Button type="submit">{words(WORDS.take)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Undefined where it can't be read: it was moved, or changed after it was chosen. */
async function textOf(file: File): Promise<string | undefined> {
  // What is far too large is not even read: that it is so, its beginning says as well.
  const part = file.size > FILE_BYTES_MAX ? file.slice(0, FILE_BYTES_MAX + 1) : file;
  try {
    return await part.text();
  } catch {
    return undefined;
  }
}

function Problems({ problems }: { readonly problems: readonly ExchangeProblem[] }) {
  const { words } = useEditor();
  const others = problems.length - SHOWN_MAX;
  return (
    <Alert color="orange" role="alert" title={words(WORDS.refused)}>
      <ul>
        {problems.slice(0, SHOWN_MAX).map(({ path, message, code }) => (
          <li key={`${code} ${path}`}>
            {words(message)}{' '}
            <small>
              ({words(WORDS.at)}: {path ? <code>{path}</code> : words(WORDS.whole)})
            </small>
          </li>
        ))}
      </ul>
      {others > 0 && `${words(WORDS.others)}: ${others}`}
    </Alert>
  );
}
