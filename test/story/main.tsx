/** The whole designer without a server: `?pathway=mig-work-neet&language=it`, or `empty`. */
import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-600.css';
import '@fontsource/titillium-web/latin-700.css';
import 'design-tokens-italia/dist/css/variables.css';
import '@mantine/core/styles.layer.css';
import '../../desk/src/desk/theme/desk.css';
import './story.css';
import { MantineProvider } from '@mantine/core';
import { PathwayEditor, type PathwayLibrary, UNAVAILABLE } from '@percorso/designer/editor';
import type { Language } from '@percorso/engine';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from '../../desk/src/desk/theme/theme.ts';
import { deviations } from './deviations.ts';
import { storyDocument } from './documents.ts';
import { useStoryKeeping } from './useStoryKeeping.ts';

const asked = new URLSearchParams(location.search);
const language: Language = asked.get('language') === 'en' ? 'en' : 'it';
document.documentElement.lang = language;
const pathway = storyDocument(asked.get('pathway') ?? 'mig-work-neet');

function Story() {
  const { keeping, installation } = useStoryKeeping(asked.has('offline'));
  return (
    <PathwayEditor
      document={pathway}
      published={pathway}
      language={language}
      installation={installation}
      keeping={keeping}
      library={library}
      deviations={deviating(asked.get('deviations'))}
      // The page's tests read from here what was drawn.
      onChange={(drawn) => Object.assign(globalThis, { drawn })}
    />
  );
}

/** `some`, or `unavailable` where nobody could say; otherwise nobody left the pathway. */
function deviating(answer: string | null) {
  if (answer === UNAVAILABLE) return UNAVAILABLE;
  return answer === null ? undefined : deviations;
}

/** As the server would; what is begun is told to the page's tests too. */
const library: PathwayLibrary = {
  onRead: async (id) => ({ ok: true, document: storyDocument(id) }),
  onBegin: async (begun) => {
    Object.assign(globalThis, { begun });
    return true;
  },
};

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} forceColorScheme="light">
        <h1 className="visually-hidden">{pathway.title[language]}</h1>
        <Story />
      </MantineProvider>
    </StrictMode>,
  );
}
