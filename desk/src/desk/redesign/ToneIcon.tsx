import { IconEqual, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react';
import type { Tone } from './change-sentences.ts';

const ICONS = {
  gains: IconPlus,
  loses: IconMinus,
  changes: IconRefresh,
  keeps: IconEqual,
} as const;

/** Beside a sentence that says the same in words. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const Icon = ICONS[tone];
  return <Icon size={18} aria-hidden />;
}
