/** Says now and then which test files have not ended, so that nobody wonders what hangs. */
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const EVERY_MS = 5 * 60_000;

export class StillRunning implements Reporter {
  private readonly running = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    this.timer = setInterval(() => this.say(), EVERY_MS);
    this.timer.unref();
  }

  onTestModuleStart({ moduleId }: TestModule): void {
    this.running.set(moduleId, performance.now());
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.running.delete(moduleId);
  }

  onTestRunEnd(): void {
    clearInterval(this.timer);
  }

  private say(): void {
    const all = [...this.running].map(([file, since]) => {
      const minutes = ((performance.now() - since) / 60_000).toFixed(1);
      return `${relative(process.cwd(), file)} (${minutes} min)`;
    });
    process.stdout.write(`still running: ${all.join(', ')}\n`);
  }
}
