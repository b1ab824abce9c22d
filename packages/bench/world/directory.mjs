import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for a run, gone after it unless KEEP is set. */
export async function within(name, work) {
  const directory = mkdtempSync(join(tmpdir(), `entente-${name}-`));
  // PostgreSQL may have to run as another user, who has to pass through.
  chmodSync(directory, 0o711);
  try {
    return await work(directory);
  } finally {
    if (process.env.KEEP) console.log(`kept: ${directory}`);
    else rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}
