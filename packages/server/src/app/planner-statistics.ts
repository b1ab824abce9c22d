import type { Database } from './database';

/**
 * After a load the planner is to know how much there is of everything, before the first question and not when autovacuum comes by:
 * until then it takes the tables for empty, and plans accordingly.
 */
export async function refreshStatistics({ writer }: Database): Promise<void> {
  await writer.query('ANALYZE');
}
