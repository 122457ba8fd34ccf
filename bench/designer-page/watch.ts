declare global {
  interface Window {
    /** When all was painted, in milliseconds from the navigation. */
    opened: Promise<number>;
    /** From each key press to the paint after it. */
    keyToPaintMs: number[];
    /** Waits for the paint after the last key press, leaving the page alone meanwhile. */
    painted(): Promise<void>;
    /** Waits until the page has had nothing long to do for a while. */
    atRest(): Promise<void>;
    countFrames(): void;
    /** Frames a second since then. */
    frameRate(): number;
  }
}

export interface Watched {
  readonly shapes: string;
  readonly arrows: string;
  readonly shapeCount: number;
  readonly arrowCount: number;
}

/** Runs in a page before the page's own scripts: it must not refer to anything around it. */
export function watch(wanted: Watched): void {
  const REST_MS = 700;
  const afterPaint = (done: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(undefined);
    });
  const isThere = () =>
    document.querySelectorAll(wanted.shapes).length >= wanted.shapeCount &&
    document.querySelectorAll(wanted.arrows).length >= wanted.arrowCount;
  window.opened = new Promise((resolve) => {
    const look = () => {
      if (isThere()) afterPaint(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });

  let busyUntil = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) busyUntil = startTime + duration;
  }).observe({ entryTypes: ['longtask'] });
  window.atRest = () => {
    const begin = performance.now();
    return new Promise((resolve) => {
      const look = () => {
        const quietMs = performance.now() - Math.max(begin, busyUntil);
        if (quietMs > REST_MS) resolve();
        else setTimeout(look, 50);
      };
      look();
    });
  };

  window.keyToPaintMs = [];
  let pressedCount = 0;
  const press = ({ timeStamp, key }: KeyboardEvent) => {
    if (key === 'Control') return;
    pressedCount += 1;
    afterPaint(() => {
      window.keyToPaintMs.push(performance.now() - timeStamp);
      pressedCount -= 1;
    });
  };
  window.painted = () =>
    new Promise((resolve) => {
      const look = () => {
        if (pressedCount === 0) resolve();
        else setTimeout(look, 20);
      };
      look();
    });
  window.addEventListener('keydown', press, { capture: true });

  let [frames, begin] = [0, 0];
  window.countFrames = () => {
    [frames, begin] = [0, performance.now()];
    const next = () => {
      frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  };
  window.frameRate = () => (frames * 1000) / (performance.now() - begin);
}
