import { Button, Menu } from '@mantine/core';
import { IconFileArrowRight } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { Left } from '../exchange/index.ts';
import { LeftDialog } from './LeftDialog.tsx';
import { savesOf } from './saves-of.ts';
import { WORDS } from './words.ts';

const PrintPathway = lazy(async () => ({
  default: (await import('../pictures/PrintPathway.tsx')).PrintPathway,
}));
const ImportDialog = lazy(async () => ({
  default: (await import('./ImportDialog.tsx')).ImportDialog,
}));

/** Every way out of the designer and into it by a file. */
export function ExchangeMenu() {
  const { document, installation, language, words, isReadOnly } = useEditor();
  const [left, setLeft] = useState<readonly Left[]>();
  const [isImporting, setImporting] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const save = savesOf(document, language);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconFileArrowRight size={18} aria-hidden />}
          >
            {words(WORDS.menu)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words(WORDS.exports)}</Menu.Label>
          <Row label="document" help="documentHelp" onClick={save.document} />
          <Row label="machine" help="machineHelp" onClick={save.machine} />
          <Row label="bpmn" help="bpmnHelp" onClick={async () => setLeft(await save.bpmn())} />
          <Row label="scxml" help="scxmlHelp" onClick={save.scxml} />
          <Menu.Divider />
          <Row label="svg" onClick={save.svg} />
          <Row label="png" onClick={save.png} />
          <Row label="print" onClick={() => setPrinting(true)} />
          {!isReadOnly && (
            <>
              <Menu.Divider />
              <Menu.Label>{words(WORDS.imports)}</Menu.Label>
              <Row label="open" onClick={() => setImporting(true)} />
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {left && left.length > 0 && <LeftDialog left={left} onClose={() => setLeft(undefined)} />}
      {isPrinting && (
        <Suspense>
          <PrintPathway
            document={document}
            installation={installation}
            language={language}
            onDone={() => setPrinting(false)}
          />
        </Suspense>
      )}
      {isImporting && (
        <Suspense>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  );
}

interface RowProps {
  readonly label: keyof typeof WORDS;
  readonly help?: keyof typeof WORDS;
  readonly onClick: () => unknown;
}

function Row({ label, help, onClick }: RowProps) {
  const { words } = useEditor();
  return (
    <Menu.Item onClick={() => void onClick()}>
      {words(WORDS[label])}
      {help && <small style={{ display: 'block' }}>{words(WORDS[help])}</small>}
    </Menu.Item>
  );
}
