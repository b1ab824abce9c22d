import { DuplicateFinder } from '../features/identity/duplicate-finder.job';
import { Duplicates } from '../features/identity/duplicates.job';
import type { Database } from './database';

/** What the leader does to find records that may be one. */
export function duplicateJobs(database: Database): { jobs: [Duplicates]; stop(): Promise<void> } {
  // A connection of its own, so that writers never wait for one.
  const owner = database.aside('duplicates', 1);
  const finder = new DuplicateFinder(owner, (clearance) => database.reader(clearance));
  return { jobs: [new Duplicates(owner, finder)], stop: () => owner.end() };
}
