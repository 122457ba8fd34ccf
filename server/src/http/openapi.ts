import { z } from 'zod';
import * as contract from '../contract/index.ts';
import type { Operation } from '../contract/operation.ts';
import { operations } from '../contract/operations.ts';

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 description, made from the same schemas that check the requests. */
export function openApi(publicUrl: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [name, operation] of Object.entries<Operation>(operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(name, operation),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Percorso',
      version: '0.1.0',
      description:
        'Pathways of a social programme. Every "no" is a problem document (RFC 9457). ' +
        'Conditional operations take If-Match with the revision in quotes, and Idempotency-Key.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName(publicUrl) },
      },
    },
  };
}

const cookieName = (publicUrl: string) =>
  publicUrl.startsWith('https:') ? '__Host-percorso' : 'percorso';

/** The contract's named answers; answers that it does not name are written out where they are. */
const named = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(contract)) {
  if (schema instanceof z.ZodType && !named.has(schema)) named.add(schema, { id: name });
}

function componentSchemas(): JsonObject {
  const { schemas } = z.toJSONSchema(named, { uri: refTo, io: 'output' });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withoutRootNames(schema)]),
  );
}

const refTo = (id: string) => `#/components/schemas/${id}`;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const name = io === 'output' ? named.get(schema)?.id : undefined;
  if (name) return { $ref: refTo(name) };
  return withoutRootNames(z.toJSONSchema(schema, { io }));
}

/** `$schema` and `$id` belong to a document of its own, not to a part of this one. */
function withoutRootNames(schema: object): JsonObject {
  const { $schema: _, $id: __, ...rest } = schema as JsonObject;
  return rest;
}

function describeOperation(name: string, operation: Operation): JsonObject {
  return {
    operationId: name,
    summary: operation.summary,
    security: operation.access === 'session' ? [{ session: [] }] : [],
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...(operation.conditional ? CONDITIONS : []),
    ],
    ...(operation.body
      ? { requestBody: { required: true, content: json(schemaOf(operation.body, 'input')) } }
      : {}),
    responses: { ...answerOf(name, operation), default: PROBLEM },
  };
}

const json = (schema: JsonObject) => ({ 'application/json': { schema } });

const PROBLEM = {
  description: 'Refused; `code` says why',
  content: { 'application/problem+json': { schema: { $ref: refTo('Problem') } } },
};

const CONDITIONS = [
  {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The revision that was read, in quotes',
    schema: { type: 'string', pattern: '^"[0-9]{1,9}"$' },
  },
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'New for each intention; a repeat with the same key changes nothing again',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' },
  },
];

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

function answerOf(name: string, operation: Operation): JsonObject {
  if (name === 'streamChanges' || name === 'streamDraft') {
    const content = { 'text/event-stream': { schema: { type: 'string' } } };
    return { 200: { description: 'Server-sent events', content } };
  }
  if (name === 'exportFigures') {
    const content = { 'text/csv': { schema: { type: 'string' } } };
    return { 200: { description: 'One row for each case', content } };
  }
  if (!operation.answer) return { 204: { description: 'Done' } };
  const content = json(schemaOf(operation.answer, 'output'));
  return { [operation.status ?? 200]: { description: 'Done', content } };
}
