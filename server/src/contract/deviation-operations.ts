import { Acted } from './cases.ts';
import * as deviations from './deviations.ts';
import { byId, bySlug, type Operation } from './operation.ts';

/** Change for one youth: off the arrows, with a reason, and after seeing what it means. */
export const deviationOperations = {
  readDeviations: {
    method: 'get',
    path: '/api/cases/{id}/deviations',
    access: 'session',
    summary: 'What may be done for this one case off the arrows, and what could be undone',
    params: byId,
    answer: deviations.DeviationsView,
  },
  previewDeviation: {
    method: 'post',
    path: '/api/cases/{id}/deviations/preview',
    access: 'session',
    summary: 'What a deviation would mean; nothing happens',
    params: byId,
    body: deviations.DeviationAsked,
    answer: deviations.DeviationPreview,
  },
  deviate: {
    method: 'post',
    path: '/api/cases/{id}/deviations',
    access: 'session',
    summary: 'Skip, go back, go to a step, add or withdraw a task, or undo the last step',
    params: byId,
    body: deviations.DeviationRequest,
    answer: Acted,
    conditional: true,
  },
  readDeviationCounts: {
    method: 'get',
    path: '/api/pathways/{id}/deviations',
    access: 'session',
    summary: 'Where cases of a pathway deviated, by step',
    params: bySlug,
    answer: deviations.DeviationCounts,
  },
} as const satisfies Record<string, Operation>;
