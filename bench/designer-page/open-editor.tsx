import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { type Installation, PathwayEditor } from '@percorso/designer/editor';
import type { PathwayDocument } from '@percorso/engine';
import { createRoot } from 'react-dom/client';

const INSTALLATION: Installation = {
  organisations: [],
  opportunityKinds: [],
  pathways: [],
  services: [],
  personas: [],
  timeZone: 'Europe/Rome',
};

export function openEditor(root: HTMLElement, document: PathwayDocument): void {
  createRoot(root).render(
    <MantineProvider>
      <PathwayEditor document={document} language="it" installation={INSTALLATION} />
    </MantineProvider>,
  );
}
