import type { Language } from '@percorso/engine';
import type { AriaLabelConfig } from '@xyflow/react';
import { WORDS } from './words.ts';

/** What React Flow says by itself, in the interface's language. */
export function ariaLabels(language: Language): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': WORDS.keys[language],
    'node.a11yDescription.keyboardDisabled': WORDS.keys[language],
    'edge.a11yDescription.default': '',
    'controls.ariaLabel': WORDS.controls[language],
    'minimap.ariaLabel': WORDS.miniMap[language],
    'handle.ariaLabel': WORDS.connect[language],
  };
}
