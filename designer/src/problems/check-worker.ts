/** Looks at a draft beside the page, which stays free to be drawn on. */
import { type Answer, look, type Question, type Said } from './look.ts';

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const tell = (said: Said) => self.postMessage({ run: data.run, said } satisfies Answer);
  const onProgress = (configurations: number) => tell({ type: 'progress', configurations });
  const found = look(data, onProgress, () => performance.now());
  tell({ type: 'found', found });
});
