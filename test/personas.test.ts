import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, type Pathway, type Persona, parseDocument } from '@percorso/engine';
import { describe, expect, test } from 'vitest';
import { walkPersona } from './walk.ts';

const definitions = fileURLToPath(new URL('../definitions/', import.meta.url));
const read = (path: string) => readFileSync(`${definitions}${path}`, 'utf8');
const pathwayFiles = globSync('*/pathway.json', { cwd: definitions }).sort();
const personaFiles = globSync('*/personas/*.json', { cwd: definitions }).sort();

const pathways = new Map<string, Pathway>();
for (const file of pathwayFiles) {
  const parsed = parseDocument(read(file));
  if (parsed.ok) pathways.set(parsed.document.id, compile(parsed.document));
}

describe('every pathway of the programme', () => {
  test.each(pathwayFiles)('%s is a valid document, named after its folder', (file) => {
    const parsed = parseDocument(read(file));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.document.id).toBe(dirname(file));
  });
});

describe('every persona', () => {
  test.each(personaFiles)('%s walks as its file says', (file) => {
    const persona = JSON.parse(read(file)) as Persona;
    expect(persona.id).toBe(basename(file, '.json'));
    expect(walkPersona(pathways, persona).problems).toEqual([]);
  });

  test('there are 32 young people: 8 students, 12 NEET, 12 precarious', () => {
    const countOf = (pathway: string) =>
      personaFiles.filter((file) => file.startsWith(`${pathway}/`)).length;
    expect(countOf('mig-work-students')).toBe(8);
    expect(countOf('mig-work-neet')).toBe(12);
    expect(countOf('mig-work-precarious')).toBe(12);
  });
});
