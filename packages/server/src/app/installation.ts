import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../platform/operator-error';
import type { Config } from './config';

/** What an installation keeps from one start to the next. */
export interface Installation {
  token: string;
  secret: string;
}

/** The settings' own values, else those of the data directory, made at the first start. */
export function readInstallation({ dataDirectory, token, secret }: Config): Installation {
  return {
    token: token ?? kept(dataDirectory, 'token'),
    secret: secret ?? kept(dataDirectory, 'secret'),
  };
}

function kept(directory: string, name: string): string {
  const path = join(directory, name);
  try {
    // The files are closed to others, not the way past them to the database.
    mkdirSync(directory, { recursive: true, mode: 0o711 });
    try {
      writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new OperatorError(
      `${path} can be neither read nor made: ${(error as Error).message}. Set ENTENTE_DATA.`,
    );
  }
}
