/** Looks at a draft beside the page, which stays free to be drawn on. */
import {
  type Answer,
  type Found,
  look,
  type Question,
  type Resting,
  repairRefusal,
  type Said,
} from './look.ts';

let isResting = false;
let goOn = () => {};

self.addEventListener('message', ({ data }: MessageEvent<Question | Resting>) => {
  if ('isResting' in data) {
    isResting = data.isResting;
    if (!isResting) goOn();
    return;
  }
  const tell = (said: Said) => self.postMessage({ run: data.run, said } satisfies Answer);
  const onProgress = (configurations: number) => tell({ type: 'progress', configurations });
  const found = look(data, onProgress, () => performance.now());
  tell({ type: 'found', found });
  if (data.extent === 'behaviour') void tryRepairs(data, found, tell);
});

/** One by one: with 500 steps there may be a hundred of them, which take seconds. */
async function tryRepairs({ document }: Question, found: Found, tell: (said: Said) => void) {
  const refusals = [...found.refusals];
  for (const finding of found.findings.slice(refusals.length)) {
    if (finding.repair) await pause();
    refusals.push(repairRefusal(document, finding));
  }
  tell({ type: 'tried', refusals });
}

/** Until the messages that wait were read; while the worker rests, until it is to go on. */
async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  while (isResting) {
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
}
