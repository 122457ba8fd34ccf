import { Button, Menu } from '@mantine/core';
import { IconFileArrowRight } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { RefusalNotice } from '../editor/RefusalNotice.tsx';
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
  const [isFailed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const save = savesOf(document, language);
  const saved = (work: () => Promise<unknown>) => () => {
    setFailed(false);
    work().catch(() => setFailed(true));
  };
  // A dialog that came from the menu knows only its item to return to, which is gone.
  const closed = (close: () => void) => () => {
    close();
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            size="sm"
            leftSection={<IconFileArrowRight size={18} aria-hidden />}
          >
            {words(WORDS.menu)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words(WORDS.exports)}</Menu.Label>
          <Row label="document" help="documentHelp" onClick={saved(save.document)} />
          <Row label="machine" help="machineHelp" onClick={saved(save.machine)} />
          <Row
            label="bpmn"
            help="bpmnHelp"
            onClick={saved(async () => setLeft(await save.bpmn()))}
          />
          <Row label="scxml" help="scxmlHelp" onClick={saved(save.scxml)} />
          <Menu.Divider />
          <Row label="svg" onClick={saved(save.svg)} />
          <Row label="png" onClick={saved(save.png)} />
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
      <RefusalNotice
        refusal={isFailed ? { words: WORDS.notSaved } : undefined}
        onClose={() => setFailed(false)}
      />
      {left && left.length > 0 && (
        <LeftDialog left={left} onClose={closed(() => setLeft(undefined))} />
      )}
      {isPrinting && (
        <Suspense>
          <PrintPathway
            document={document}
            installation={installation}
            language={language}
            onDone={closed(() => setPrinting(false))}
          />
        </Suspense>
      )}
      {isImporting && (
        <Suspense>
          <ImportDialog onClose={closed(() => setImporting(false))} />
        </Suspense>
      )}
    </>
  );
}

interface RowProps {
  readonly label: keyof typeof WORDS;
  readonly help?: keyof typeof WORDS;
  readonly onClick: () => void;
}

function Row({ label, help, onClick }: RowProps) {
  const { words } = useEditor();
  return (
    <Menu.Item onClick={onClick}>
      {words(WORDS[label])}
      {help && <small style={{ display: 'block' }}>{words(WORDS[help])}</small>}
    </Menu.Item>
  );
}
