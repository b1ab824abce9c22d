import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../operator-error';

/** `nobody`: PostgreSQL refuses to run as root or as a user without a name, and this one has a name everywhere. */
const NOBODY = 65534;

const IN_A_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'];

/** How PostgreSQL is run by a user it accepts. */
export interface Disguise {
  /** What stands before the command. */
  prefix: string[];
  /** The owner that files of the cluster must have; `null` leaves them ours. */
  owner: number | null;
}

export function chooseDisguise(): Disguise {
  if (process.getuid?.() !== 0 && hasName()) return { prefix: [], owner: null };
  // In a user namespace the process keeps our rights on files, so that a directory below a closed home works.
  if (succeeds([...IN_A_NAMESPACE, 'true'])) return { prefix: IN_A_NAMESPACE, owner: null };
  if (process.getuid?.() === 0 && succeeds([...AS_NOBODY, 'true']))
    return { prefix: AS_NOBODY, owner: NOBODY };
  throw new OperatorError(
    'PostgreSQL refuses to run as this user, and neither `unshare` nor `setpriv` may change to another here. ' +
      'Run as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or later.',
  );
}

/** Where the disguised user finds PostgreSQL: in its package, or in a copy beside the data. */
export function reachableHome(home: string, directory: string, { prefix, owner }: Disguise): string {
  if (owner === null) return home;
  if (!succeeds([...prefix, 'test', '-x', directory]))
    throw new OperatorError(
      `PostgreSQL runs as user ${owner} here, who cannot reach ${directory}. ` +
        'Set ENTENTE_DATA to a directory outside of a closed home, such as /var/lib/entente.',
    );
  if (succeeds([...prefix, 'test', '-r', join(home, 'share')])) return home;
  const copy = join(directory, 'binaries');
  if (!existsSync(copy)) {
    cpSync(home, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function succeeds([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
