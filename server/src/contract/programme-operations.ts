import { z } from 'zod';
import { byId, bySlug, many, type Operation, page } from './operation.ts';
import * as programme from './programme.ts';

/** The programme: pathways, opportunities, people, figures and records. */
export const programmeOperations = {
  listPathways: {
    method: 'get',
    path: '/api/pathways',
    access: 'session',
    summary: 'Pathways and their versions',
    answer: many('pathways', programme.PathwayRow),
  },
  readPathwayVersion: {
    method: 'get',
    path: '/api/pathways/{id}/versions/{version}',
    access: 'session',
    summary: 'One version of a pathway',
    params: bySlug.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
    answer: programme.PathwayVersionView,
  },
  readPopulation: {
    method: 'get',
    path: '/api/pathways/{id}/population',
    access: 'session',
    summary: 'How many stand at each step',
    params: bySlug,
    answer: programme.Population,
  },
  readInstallation: {
    method: 'get',
    path: '/api/installation',
    access: 'session',
    summary: 'What the designer offers to choose from',
    answer: programme.Installation,
  },
  listOpportunities: {
    method: 'get',
    path: '/api/opportunities',
    access: 'session',
    summary: 'Opportunities',
    answer: many('opportunities', programme.OpportunityView),
  },
  listEditions: {
    method: 'get',
    path: '/api/editions',
    access: 'session',
    summary: 'Editions with their seats',
    answer: programme.EditionList,
  },
  createEdition: {
    method: 'post',
    path: '/api/editions',
    access: 'session',
    summary: 'Add an edition',
    body: programme.NewEdition,
    answer: programme.EditionView,
    status: 201,
  },
  changeEdition: {
    method: 'patch',
    path: '/api/editions/{id}',
    access: 'session',
    summary: 'Change an edition',
    params: byId,
    body: programme.EditionChange,
    answer: programme.EditionView,
    conditional: true,
  },
  listOrganisations: {
    method: 'get',
    path: '/api/organisations',
    access: 'session',
    summary: 'Organisations',
    answer: many('organisations', programme.OrganisationView),
  },
  listPeople: {
    method: 'get',
    path: '/api/people',
    access: 'session',
    summary: 'People and their roles',
    answer: many('people', programme.PersonView),
  },
  createPerson: {
    method: 'post',
    path: '/api/people',
    access: 'session',
    summary: 'Add a person',
    body: programme.NewPerson,
    answer: programme.PersonView,
    status: 201,
  },
  changePerson: {
    method: 'patch',
    path: '/api/people/{id}',
    access: 'session',
    summary: 'Change a person',
    params: byId,
    body: programme.PersonChange,
    answer: programme.PersonView,
  },
  readOverview: {
    method: 'get',
    path: '/api/overview',
    access: 'session',
    summary: 'The programme at a glance',
    answer: programme.Overview,
  },
  /** A file to download: one row for each case, without names, contacts or ids. */
  exportFigures: {
    method: 'get',
    path: '/api/figures.csv',
    access: 'session',
    summary: 'The cases as figures (text/csv)',
  },
  listOutbox: {
    method: 'get',
    path: '/api/outbox',
    access: 'session',
    summary: 'Mail that was or would be sent',
    query: page,
    answer: programme.OutboxList,
  },
  listAccessLog: {
    method: 'get',
    path: '/api/access-log',
    access: 'session',
    summary: 'Who looked at what',
    query: page,
    answer: programme.AccessLogList,
  },
  /**
   * Server-sent events: `case` {id, revision}, `task` {id}; Last-Event-ID is honoured, and where
   * too much was missed since, `anew` {} says that whatever is shown is to be read again.
   */
  streamChanges: {
    method: 'get',
    path: '/api/changes',
    access: 'session',
    summary: 'Live changes (text/event-stream)',
  },
} as const satisfies Record<string, Operation>;
