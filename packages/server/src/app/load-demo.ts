import { DemoService } from '../features/demo/demo.service';
import { SIDE_BY_SIDE } from '../features/import/import.job';
import { Change } from '../platform/change/change';
import { withRecords } from './command-database';
import type { Config } from './config';
import type { Database } from './database';
import { loadExcerpt } from './load-excerpt';
import { projections } from './projections';

export const demoOf = (database: Database) =>
  new DemoService(new Change(database.writer, database.catalog, projections));

/** For the first start: whether the demo was loaded, which it is only where nothing stands but reference data. */
export function loadDemoIfEmpty(database: Database): Promise<boolean> {
  return demoOf(database).loadIfEmpty();
}

/** The operator's command. */
export function loadDemo(config: Config): Promise<string> {
  return withRecords(
    config,
    async (database) => {
      const isNew = await demoOf(database).load();
      const { accepted } = await loadExcerpt(database, config.logLevel);
      return [
        isNew
          ? 'Two articles and a coder’s note on each are recorded.'
          : 'The two articles are there already.',
        accepted > 0
          ? `${accepted} rows of an excerpt of GDELT are recorded.`
          : 'The excerpt of GDELT is there already.',
      ].join('\n');
    },
    SIDE_BY_SIDE + 2,
  );
}
