import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium to test with: the one named, an installed one, else the one that comes from npm. */
async function chromiumPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  unpacked ??= unpackedChromium();
  return unpacked;
}

let unpacked: Promise<string> | undefined;

/** Unpacked once, beside what it is packed in: each version has its own place. */
async function unpackedChromium(): Promise<string> {
  const inPackage = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = join(dirname(inPackage), '..', 'unpacked');
  const { TMPDIR: usual } = process.env;
  // Read when the package is loaded: only then are its own system libraries unpacked too,
  // and looked for where the temporary folder is.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.TMPDIR = folder;
  const { default: bundled } = await import('@sparticuz/chromium');
  if (!existsSync(folder)) {
    const unfinished = await mkdtemp(`${folder}-`);
    process.env.TMPDIR = unfinished;
    await bundled.executablePath();
    // Another test may have been faster: then its copy is as good.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  }
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  return join(folder, 'chromium');
}

/** A real browser without a window; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromiumPath();
  return chromium.launch({ executablePath, args: FLAGS });
}
