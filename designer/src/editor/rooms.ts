import type { Words } from '@percorso/engine';
import { WORDS } from './words.ts';

export const ROOM_NAMES = [
  'element',
  'pathway',
  'problems',
  'trial',
  'changes',
  'comments',
] as const;

/** The rooms of the side panel. */
export type RoomName = (typeof ROOM_NAMES)[number];

export const ROOM_LABELS: Readonly<Record<RoomName, Words>> = WORDS.rooms;
