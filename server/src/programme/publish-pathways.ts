import { createHash } from 'node:crypto';
import { parseDocument } from '@percorso/engine';
import { Pathway, PathwayVersion } from '../database/entities.ts';
import type { Server } from '../server.ts';
import { pathwayTexts } from './definitions-folder.ts';

/** Publishes every pathway of the folder as its version 1. A document that does not parse throws. */
export async function publishPathways(server: Server, publishedAt: Date): Promise<void> {
  const em = server.orm.em.fork();
  for (const { id, text } of pathwayTexts()) {
    const parsed = parseDocument(text);
    if (!parsed.ok || parsed.document.id !== id) {
      const problem = parsed.ok ? 'its id is not its folder' : JSON.stringify(parsed.problems[0]);
      throw new Error(`definitions/${id}/pathway.json: ${problem}`);
    }
    const document = JSON.stringify(parsed.document);
    const pathway = em.create(Pathway, { id, currentVersion: 1 });
    em.create(PathwayVersion, {
      pathway,
      version: 1,
      document,
      contentHash: createHash('sha256').update(document).digest('hex'),
      publishedAt,
      note: 'Prima versione del programma MiG-Work',
    });
  }
  await em.flush();
}
