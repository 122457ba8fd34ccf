import { byId, bySlug, type Operation } from './operation.ts';
import * as personas from './personas.ts';

/** Personas that coordinators keep: each draft of their pathway must let them walk. */
export const personaOperations = {
  readPersonas: {
    method: 'get',
    path: '/api/pathways/{id}/personas',
    access: 'session',
    summary: 'The personas of a pathway: the installation’s own, and those that are kept',
    params: bySlug,
    answer: personas.PersonasView,
  },
  keepPersona: {
    method: 'post',
    path: '/api/pathways/{id}/personas',
    access: 'session',
    summary: 'Keep an invented person whose walk every edit must allow',
    params: bySlug,
    body: personas.NewPersona,
    answer: personas.KeptPersona,
    status: 201,
  },
  changePersona: {
    method: 'put',
    path: '/api/personas/{id}',
    access: 'session',
    summary: 'Give a kept persona other words, or another walk',
    params: byId,
    body: personas.PersonaTold,
    answer: personas.KeptPersona,
    conditional: true,
  },
  forgetPersona: {
    method: 'delete',
    path: '/api/personas/{id}',
    access: 'session',
    summary: 'Forget a kept persona, until it is taken up again',
    params: byId,
    conditional: true,
  },
  restorePersona: {
    method: 'post',
    path: '/api/personas/{id}/restoration',
    access: 'session',
    summary: 'Take up a persona again that was forgotten',
    params: byId,
    answer: personas.KeptPersona,
    conditional: true,
  },
} as const satisfies Record<string, Operation>;
