import { describe, expect, it } from 'vitest';
import type { Operation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';
import { openApi } from './openapi.ts';

type Json = Record<string, unknown>;
const description = openApi('https://percorso.example.org');

/** Every object of a JSON value. */
function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

function at(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], description);
}

describe('the OpenAPI description', () => {
  it('has every operation of the contract, once, under its name', () => {
    const described = Object.values(description.paths as Record<string, Json>)
      .flatMap((path) => Object.values(path) as { operationId: string }[])
      .map((operation) => operation.operationId);
    expect(described.sort()).toEqual(Object.keys(operations).sort());
  });

  it('has only references that lead somewhere', () => {
    const references = [...objectsIn(description)].flatMap(({ $ref }) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\//);
      expect(at(reference), reference).toBeTypeOf('object');
    }
  });

  it('has a parameter for every place in a path', () => {
    for (const [path, methods] of Object.entries(description.paths as Record<string, Json>)) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      for (const operation of Object.values(methods) as { parameters: Json[] }[]) {
        const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map((parameter) => parameter.name).sort(), path).toEqual(places);
      }
    }
  });

  it('asks for the revision and the key where the contract does', () => {
    for (const [name, operation] of Object.entries<Operation>(operations)) {
      const path = (description.paths as Record<string, Json>)[operation.path] ?? {};
      const { parameters } = path[operation.method] as { parameters: Json[] };
      const headers = parameters.filter((each) => each.in === 'header').map((each) => each.name);
      expect(headers, name).toEqual(operation.conditional ? ['If-Match', 'Idempotency-Key'] : []);
    }
  });

  it('is plain JSON of version 3.1 without leftovers of JSON Schema documents', () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description.openapi).toMatch(/^3\.1\./);
    for (const object of objectsIn(description)) {
      expect(Object.keys(object)).not.toContain('$schema');
      expect(Object.keys(object)).not.toContain('$defs');
    }
  });
});
