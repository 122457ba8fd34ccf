import { spawnSync } from 'node:child_process';

/** As whom PostgreSQL's programs run, since they refuse to run as root. */
export interface Account {
  /** Put before the program's own command line. */
  readonly prefix: readonly string[];
  /** Set when root can't hide behind a user namespace: the programs run as another user. */
  readonly user: { readonly uid: number; readonly gid: number } | null;
  /** For that user, who can't reach into root's directories. */
  readonly sharedDirectory: string;
}

const SHARED_DIRECTORY = '/var/lib/percorso';

/** `nobody` on Debian, and by convention elsewhere. */
const NOBODY = 65_534;

/** In a user namespace of its own, root looks like an ordinary user and still owns its files. */
const NAMESPACE = ['unshare', '--user', '--map-user=1000'];

function works(command: readonly string[]): boolean {
  return spawnSync(command[0]!, [...command.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
}

/** Chooses the account for this process; `isRoot` and `hasNamespaces` are asked of the system. */
export function chooseAccount(
  isRoot = process.getuid?.() === 0,
  hasNamespaces = () => works(NAMESPACE),
): Account {
  const account = { prefix: [], user: null, sharedDirectory: SHARED_DIRECTORY };
  if (!isRoot) return account;
  if (hasNamespaces()) return { ...account, prefix: NAMESPACE };
  return { ...account, user: { uid: NOBODY, gid: NOBODY } };
}

/** Runs a program until its standard input ends; it has no say in signals from the keyboard. */
const UNTIL_INPUT_ENDS =
  'trap "" INT; exec 3<&0; "$@" 3<&- & program=$!; ' +
  '(cat <&3 >/dev/null; kill -INT $program) & wait $program';

/**
 * The command line that ends a program with its parent, even after kill -9 of the parent.
 * Linux does it by itself; elsewhere a shell waits for the end of the pipe from the parent.
 */
export function endWithParent(
  command: readonly string[],
  hasDeathSignal = () => process.platform === 'linux' && works(['setpriv']),
): readonly string[] {
  if (hasDeathSignal()) return ['setpriv', '--pdeathsig', 'INT', ...command];
  return ['sh', '-c', UNTIL_INPUT_ENDS, 'sh', ...command];
}
