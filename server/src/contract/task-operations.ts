import { byId, type Operation } from './operation.ts';
import * as tasks from './tasks.ts';

/** The tasks of partners and case managers. */
export const taskOperations = {
  listTasks: {
    method: 'get',
    path: '/api/tasks',
    access: 'session',
    summary: "The reader's tasks",
    query: tasks.TaskSearch,
    answer: tasks.TaskList,
  },
  readTask: {
    method: 'get',
    path: '/api/tasks/{id}',
    access: 'session',
    summary: 'Read a task',
    params: byId,
    answer: tasks.TaskView,
  },
  acceptTask: {
    method: 'post',
    path: '/api/tasks/{id}/acceptance',
    access: 'session',
    summary: 'Accept a task',
    params: byId,
    answer: tasks.TaskView,
  },
  completeTask: {
    method: 'post',
    path: '/api/tasks/{id}/completion',
    access: 'session',
    summary: 'Complete a task with its form',
    params: byId,
    body: tasks.TaskCompletion,
    answer: tasks.TaskView,
  },
  declineTask: {
    method: 'post',
    path: '/api/tasks/{id}/refusal',
    access: 'session',
    summary: 'Decline a task with a reason',
    params: byId,
    body: tasks.TaskRefusal,
    answer: tasks.TaskView,
  },
} as const satisfies Record<string, Operation>;
