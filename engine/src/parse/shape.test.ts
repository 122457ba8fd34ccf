import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFile, generateValidator } from '../../scripts/generate-validator.ts';

const generated = readFileSync(generatedFile, 'utf8');

describe('the generated validator', () => {
  it('is what the published schema compiles to', () => {
    expect(generated).toBe(generateValidator());
  });

  it('needs nothing at run time, and makes no code from text', () => {
    expect(generated).not.toMatch(/\brequire\(|^import\b|\beval\(|new Function|\bimport\(/m);
  });
});
