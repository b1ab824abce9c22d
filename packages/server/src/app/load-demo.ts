import { DemoService } from '../features/demo/demo.service';
import { Change } from '../platform/change/change';
import { withRecords } from './command-database';
import type { Config } from './config';
import type { Database } from './database';
import { projections } from './projections';

export const demoOf = (database: Database) =>
  new DemoService(new Change(database.writer, database.catalog, projections));

/** For the first start: whether the demo was loaded, which it is only where nothing stands but reference data. */
export function loadDemoIfEmpty(database: Database): Promise<boolean> {
  return demoOf(database).loadIfEmpty();
}

/** The operator's command. */
export function loadDemo(config: Config): Promise<string> {
  return withRecords(config, async (database) =>
    (await demoOf(database).load())
      ? 'Two articles and a coder’s note on each are recorded.'
      : 'The demo record is there already; nothing was changed.',
  );
}
