/** Runs in a thread of its own: takes one job at a time, and answers it. */
import { parentPort } from 'node:worker_threads';
import { type DocumentJob, doDocumentJob } from './document-work.ts';

parentPort!.on('message', (job: DocumentJob) => parentPort!.postMessage(doDocumentJob(job)));
