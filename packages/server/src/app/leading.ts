import { DueDates } from '../features/feed/due-dates.job';
import { renewEpochIfElsewhere } from '../features/feed/epoch.job';
import { FacetsQuery } from '../features/feed/facets.query';
import { LEADER_SETTINGS, Leader, type LeaderJob } from '../features/feed/leader.job';
import { LogRetention, type Retention } from '../features/feed/log-retention.job';
import { SEQUENCER_SETTINGS, Sequencer } from '../features/feed/sequencer.job';
import { StatusDays } from '../features/feed/status-days.job';
import { CounterFold } from '../features/statistics/counter-fold.job';
import type { Logger } from '../platform/log';
import type { Runtime } from './runtime';

/** Everything that only one process of a database may do. `jobs` are those of features that come later. */
export function leaderOf(
  runtime: Runtime,
  log: Logger,
  keeps: Retention,
  jobs: readonly LeaderJob[] = [],
): Leader {
  const { database, clock } = runtime;
  const today = () => runtime.today();
  const facets = new FacetsQuery((clearance) => database.reader(clearance), today);
  const surroundings = { clock, committed: () => runtime.committed?.() };
  return new Leader({
    connection: () => database.alone('entente leader', [...LEADER_SETTINGS, ...SEQUENCER_SETTINGS]),
    sequencer: (db) => new Sequencer(db, facets, clock),
    begin: async (db) => {
      const epoch = await renewEpochIfElsewhere(db);
      if (epoch !== null)
        log.warn(`The database writes another history than before: the event log begins epoch ${epoch}`);
    },
    jobs: [
      new StatusDays(database.writer, facets, today, surroundings),
      new DueDates(database.writer, today, surroundings),
      new LogRetention(database.writer, keeps),
      new CounterFold(database.writer),
      ...jobs,
    ],
    log,
  });
}
