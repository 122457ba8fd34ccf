import type { PathwayDocument, Persona } from '@percorso/engine';
import { afterEdit, afterStop, type Known, nothingKnown, withSaid } from './check-state.ts';
import type { Answer, Question, Resting } from './look.ts';

/** A burst of edits is looked at once. */
const DRAWING_AFTER_MS = 120;
const BEHAVIOUR_AFTER_MS = 500;
const TIME_MAX_MS = 20_000;

/** What of a worker is needed here. */
export interface Looker extends Pick<Worker, 'terminate' | 'onmessage' | 'onerror'> {
  postMessage(message: Question | Resting): void;
}

interface Options {
  readonly openWorker: () => Looker;
  readonly timeZone: string;
  /** Asked for each run. */
  readonly personas: () => readonly Persona[];
  readonly onChange: (known: Known) => void;
}

/**
 * Looks at a document again after every edit. One worker says at once how it is drawn; another,
 * after a pause, what a case can do in it, and is ended as soon as there is a newer document. While
 * somebody is at work on the page this one rests.
 */
export class Checker {
  private known: Known;
  private runCount = 0;
  private readonly options: Options;
  private readonly workers: Partial<Record<Question['extent'], Looker>> = {};
  private readonly pauses: Partial<
    Record<Question['extent'] | 'rest', ReturnType<typeof setTimeout>>
  > = {};
  /** Whether something about the behaviour is still to come from its worker. */
  private isAwaited = false;

  constructor(document: PathwayDocument, options: Options) {
    this.known = nothingKnown(document);
    this.options = options;
    this.schedule();
  }

  look(document: PathwayDocument): void {
    if (document === this.known.of) return;
    // Whoever shows it knows already that nothing is known of this document: no news.
    this.known = afterEdit(this.known, document);
    this.schedule();
  }

  lookAgain(): void {
    const { why: _, ...known } = this.known;
    this.learn({ ...known, isRunning: true, configurations: 0 });
    this.schedule();
  }

  /** Somebody points, types or draws: what takes long waits until they pause. */
  rest(): void {
    const { behaviour, rest } = this.pauses;
    if (behaviour) this.askLater('behaviour', BEHAVIOUR_AFTER_MS);
    if (!this.isAwaited) return;
    if (!rest) this.workers.behaviour?.postMessage({ isResting: true });
    clearTimeout(rest);
    this.pauses.rest = setTimeout(() => this.goOn(), BEHAVIOUR_AFTER_MS);
  }

  stop(): void {
    this.end('behaviour');
    this.learn(afterStop(this.known));
  }

  close(): void {
    this.end('drawing');
    this.end('behaviour');
  }

  private goOn(): void {
    delete this.pauses.rest;
    this.workers.behaviour?.postMessage({ isResting: false });
  }

  private schedule(): void {
    if (this.isAwaited) this.end('behaviour');
    this.askLater('drawing', DRAWING_AFTER_MS);
    this.askLater('behaviour', BEHAVIOUR_AFTER_MS);
  }

  private askLater(extent: Question['extent'], pauseMs: number): void {
    clearTimeout(this.pauses[extent]);
    this.pauses[extent] = setTimeout(() => {
      delete this.pauses[extent];
      this.ask(extent);
    }, pauseMs);
  }

  private ask(extent: Question['extent']): void {
    const worker = this.workers[extent] ?? this.options.openWorker();
    this.workers[extent] = worker;
    this.runCount += 1;
    const run = this.runCount;
    const document = this.known.of;
    if (extent === 'behaviour') this.isAwaited = true;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      // An answer belongs to the document that was asked about, and to no other.
      if (data.run !== run || document !== this.known.of) return;
      if (data.said.type === 'tried') this.isAwaited = false;
      // How it is drawn is a part of everything, which may be known sooner.
      if (extent === 'drawing' && this.known.extent === 'behaviour') return;
      this.learn(withSaid(this.known, extent, data.said));
    };
    worker.onerror = () => this.stop();
    const { personas, timeZone } = this.options;
    const about = { document, personas: personas(), timeZone, timeMaxMs: TIME_MAX_MS };
    worker.postMessage({ run, extent, ...about } satisfies Question);
  }

  private end(extent: Question['extent']): void {
    clearTimeout(this.pauses[extent]);
    delete this.pauses[extent];
    this.workers[extent]?.terminate();
    delete this.workers[extent];
    if (extent === 'drawing') return;
    this.isAwaited = false;
    clearTimeout(this.pauses.rest);
    delete this.pauses.rest;
  }

  private learn(known: Known): void {
    if (known === this.known) return;
    this.known = known;
    this.options.onChange(known);
  }
}
