import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-600.css';
import '@fontsource/titillium-web/latin-700.css';
import 'design-tokens-italia/dist/css/variables.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../language/language.ts';
import './style/base.css';
import './style/buttons.css';
import './style/welcome.css';
import './style/forms.css';
import './style/own-case.css';
import { App } from './App.tsx';

await startLanguage('public');
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
