import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-600.css';
import '@fontsource/titillium-web/latin-700.css';
import 'design-tokens-italia/dist/css/variables.css';
import '@mantine/core/styles.layer.css';
import './theme/desk.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../language/language.ts';
import { Desk } from './Desk.tsx';
import { publishNonce } from './nonce.ts';

publishNonce();
await startLanguage('common');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}
