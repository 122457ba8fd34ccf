import internship from '@percorso/definitions/internship/pathway.json' with { type: 'json' };
import groups from '@percorso/definitions/mig-work-groups/pathway.json' with { type: 'json' };
import neet from '@percorso/definitions/mig-work-neet/pathway.json' with { type: 'json' };
import precarious from '@percorso/definitions/mig-work-precarious/pathway.json' with {
  type: 'json',
};
import students from '@percorso/definitions/mig-work-students/pathway.json' with { type: 'json' };
import { emptyPathway, type PathwayDocument, parseDocument } from '@percorso/engine';

const SHIPPED: Readonly<Record<string, unknown>> = {
  'mig-work-groups': groups,
  internship,
  'mig-work-neet': neet,
  'mig-work-precarious': precarious,
  'mig-work-students': students,
};

/** A shipped pathway by its id, or one with nothing in it yet. */
export function storyDocument(id: string): PathwayDocument {
  if (id === 'empty') {
    const title = { it: 'Percorso nuovo', en: 'New pathway' };
    const { participant } = shipped('mig-work-neet');
    return emptyPathway({ id: 'new-pathway', title, participant });
  }
  // What a test has put by, such as a pathway that is half drawn.
  if (id === 'given') return parsedOf(JSON.parse(sessionStorage.getItem('given') ?? '{}'), id);
  return shipped(id);
}

function shipped(id: string): PathwayDocument {
  return parsedOf(SHIPPED[id], id);
}

function parsedOf(document: unknown, id: string): PathwayDocument {
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Error(`No pathway “${id}”`);
  return parsed.document;
}
