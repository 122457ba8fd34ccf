import { DEVIATION_KINDS } from '@percorso/engine';

/** The kinds of deviations for a list of SQL, so that the index of just these is used. */
export const DEVIATION_KINDS_IN_SQL = DEVIATION_KINDS.map((kind) => `'${kind}'`).join(', ');
