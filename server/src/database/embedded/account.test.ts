import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { chooseAccount, endWithParent } from './account.ts';

const never = () => {
  throw new Error('an ordinary user needs no namespace');
};

test('an ordinary user runs PostgreSQL as themselves', () => {
  expect(chooseAccount(false, never)).toMatchObject({ prefix: [], user: null });
});

test('root hides behind a user namespace where the system allows one', () => {
  expect(chooseAccount(true, () => true).prefix[0]).toBe('unshare');
});

test('root becomes nobody where it does not', () => {
  expect(chooseAccount(true, () => false).user).toEqual({ uid: 65_534, gid: 65_534 });
});

test('without a death signal, the program ends when the pipe from its parent closes', async () => {
  const program = `
    process.on('SIGINT', () => { console.log('interrupted'); process.exit(0); });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const command = endWithParent([process.execPath, '-e', program], () => false);
  const child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout!, 'data');
  const [said] = await Promise.all([
    once(child.stdout!, 'data'),
    once(child, 'exit'),
    child.stdin!.end(),
  ]);
  expect(String(said)).toContain('interrupted');
});
