import { renewEpoch } from '../features/feed/epoch.job';
import { withRecords } from './command-database';
import type { Config } from './config';

/** The operator's command after a restore: numbers that were given in the lost history will be given again. */
export function renew(config: Config): Promise<string> {
  return withRecords(config, async ({ writer }) => {
    const epoch = await renewEpoch({
      query: async ({ text, values }) => ({ rows: await writer.query(text, values) }),
    });
    return `Epoch ${epoch} begins. Whoever resumes with a cursor of before is answered EPOCH_CHANGED.`;
  });
}
