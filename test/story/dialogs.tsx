/** One dialog of the designer alone: `?dialog=rule&rule=adult-or-consent`, or `?dialog=form`. */
import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-600.css';
import '@fontsource/titillium-web/latin-700.css';
import 'design-tokens-italia/dist/css/variables.css';
import '@mantine/core/styles.layer.css';
import '../../desk/src/desk/theme/desk.css';
import './story.css';
import { Button, MantineProvider } from '@mantine/core';
import type { Language } from '@percorso/engine';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { EditorProvider } from '../../designer/src/editor/EditorProvider.tsx';
import { FormEditor } from '../../designer/src/forms/FormEditor.tsx';
import { RuleEditor } from '../../designer/src/rules/RuleEditor.tsx';
import { theme } from '../../desk/src/desk/theme/theme.ts';
import { storyDocument } from './documents.ts';
import { installation } from './installation.ts';

const asked = new URLSearchParams(location.search);
const language: Language = asked.get('language') === 'en' ? 'en' : 'it';
document.documentElement.lang = language;
const pathway = storyDocument(asked.get('pathway') ?? 'mig-work-neet');
const [from, action] = asked.get('action')?.split(' ') ?? [];
const context =
  from && action ? { from, kind: 'action' as const, name: action, index: 0 } : undefined;

function Dialog() {
  const [isOpen, setOpen] = useState(true);
  const done = (name?: string) => {
    Object.assign(globalThis, { done: name ?? null });
    setOpen(false);
  };
  if (!isOpen) return <Button onClick={() => setOpen(true)}>Open again</Button>;
  return asked.get('dialog') === 'form' ? (
    <FormEditor form={asked.get('form') ?? undefined} onDone={done} />
  ) : (
    <RuleEditor rule={asked.get('rule') ?? undefined} context={context} onDone={done} />
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} forceColorScheme="light">
        <EditorProvider
          document={pathway}
          language={language}
          installation={installation}
          initialView="outline"
          onRefusal={(refusal) => Object.assign(globalThis, { refusal })}
          onAnnounce={() => undefined}
          onChange={(drawn) => Object.assign(globalThis, { drawn })}
        >
          <Dialog />
        </EditorProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
