import { Button, Menu } from '@mantine/core';
import { IconFileArrowRight } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { Left } from '../exchange/index.ts';
import { LeftDialog } from './LeftDialog.tsx';
import { saveFile } from './save-file.ts';
import { WORDS } from './words.ts';

/** The file formats are many lines that few need: they come when they are asked for. */
const formats = () => import('../exchange/index.ts');
const ImportDialog = lazy(async () => ({
  default: (await import('./ImportDialog.tsx')).ImportDialog,
}));

const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';

/** Every way out of the designer and into it by a file. */
export function ExchangeMenu() {
  const { document, language, words, isReadOnly } = useEditor();
  const [left, setLeft] = useState<readonly Left[]>();
  const [isImporting, setImporting] = useState(false);
  const { id } = document;
  const saveDocument = async () =>
    saveFile(`${id}.json`, (await formats()).exportDocument(document), JSON_TYPE);
  const saveMachine = async () =>
    saveFile(`${id}.machine.json`, (await formats()).exportMachine(document), JSON_TYPE);
  const saveScxml = async () =>
    saveFile(`${id}.scxml`, (await formats()).exportScxml(document, language), XML_TYPE);
  const saveBpmn = async () => {
    const bpmn = await (await formats()).exportBpmn(document, language);
    saveFile(`${id}.bpmn`, bpmn.xml, XML_TYPE);
    setLeft(bpmn.left);
  };
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
          <Row label="document" help="documentHelp" onClick={saveDocument} />
          <Row label="machine" help="machineHelp" onClick={saveMachine} />
          <Row label="bpmn" help="bpmnHelp" onClick={saveBpmn} />
          <Row label="scxml" help="scxmlHelp" onClick={saveScxml} />
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
