import { duplicateJobs } from '../../src/app/duplicates';
import type { Api } from './api';

/** Looks for records that may be one, as the server does some time after a change. */
export async function findDuplicates(api: Api): Promise<void> {
  const { jobs, stop } = duplicateJobs(api.database);
  await api.sequence();
  await jobs[0].run(new AbortController().signal);
  await stop();
}
