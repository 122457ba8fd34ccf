import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;

/**
 * A flood of sign-ins is turned away instead of eating memory (2 × 19 MiB at a time), and half of
 * Node's four worker threads stay free for files and names.
 */
const RUNNING_MAX = 2;
const WAITING_MAX = 40;

let running = 0;
const waiting: (() => void)[] = [];

/** `null` when too many passwords are being checked already: try again in a few seconds. */
export async function hashPassword(password: string): Promise<string | null> {
  const salt = randomBytes(16);
  const tag = await derived(password, salt);
  if (tag === null) return null;
  const parameters = `m=${MEMORY_KIB},t=${PASSES},p=${LANES}`;
  return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Compares in constant time. Without a stored hash it does the same work and answers false, so
 * that the time tells nobody whether an account exists. `null`: too busy, as in `hashPassword`.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<boolean | null> {
  const parts = stored === null ? null : parseHash(stored);
  const tag = await derived(password, parts?.salt ?? Buffer.alloc(16));
  if (tag === null) return null;
  return timingSafeEqual(tag, parts?.tag ?? randomBytes(TAG_BYTES)) && parts !== null;
}

function parseHash(stored: string): { salt: Buffer; tag: Buffer } {
  const expected = ['', 'argon2id', 'v=19', `m=${MEMORY_KIB},t=${PASSES},p=${LANES}`];
  const parts = stored.split('$');
  const salt = Buffer.from(parts[4] ?? '', 'base64');
  const tag = Buffer.from(parts[5] ?? '', 'base64');
  if (expected.some((part, i) => parts[i] !== part) || tag.length !== TAG_BYTES) {
    throw new Error('A stored password hash has parameters that this version does not know.');
  }
  return { salt, tag };
}

async function derived(password: string, nonce: Buffer): Promise<Buffer | null> {
  if (running >= RUNNING_MAX) {
    if (waiting.length >= WAITING_MAX) return null;
    await new Promise<void>((resume) => waiting.push(resume));
  } else {
    running += 1;
  }
  try {
    return await derive('argon2id', {
      message: password.normalize('NFKC'),
      nonce,
      memory: MEMORY_KIB,
      passes: PASSES,
      parallelism: LANES,
      tagLength: TAG_BYTES,
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
