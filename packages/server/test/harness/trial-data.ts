import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config';

/** A file of the trial data, which is not ours to ship; null where `ENTENTE_TRIAL_DATA` does not lead to it. */
export function trialFile(name: string): string | null {
  const path = join(readConfig(process.env).trialData, name);
  return existsSync(path) ? path : null;
}

/** A test that needs trial data: where they are absent it is skipped, and says so. */
export function withTrialData(names: readonly string[], title: string, run: () => Promise<void>): void {
  const missing = names.filter((name) => trialFile(name) === null);
  if (missing.length === 0) test(title, run);
  else test.skip(`${title} (skipped: ENTENTE_TRIAL_DATA has no ${missing.join(', ')})`, run);
}
