/** Looks at a draft beside the page, which stays free to be drawn on. */
import { type Answer, look, type Question } from './look.ts';

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  look(
    data,
    (said) => self.postMessage({ run: data.run, said } satisfies Answer),
    () => performance.now(),
  );
});
