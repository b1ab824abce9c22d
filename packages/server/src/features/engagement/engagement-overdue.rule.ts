import sql, { type Sql } from 'sql-template-tag';
import { type Engagement, EngagementStatus } from './engagement.entity';

const AWAITED = [
  EngagementStatus.INVITED,
  EngagementStatus.EXPECTED,
  EngagementStatus.SCHEDULED,
  EngagementStatus.POSTPONED,
];

/** Awaited, with the last day it may mean gone by. A date that nobody can resolve never passes. */
export function isOverdue({ status, when }: Engagement, today: string): boolean {
  return (
    AWAITED.includes(status) && when?.latest != null && when.latest !== 'infinity' && when.latest < today
  );
}

/** The same of a row `e`. Infinity lies before no day. */
export function overdueCondition(today: string): Sql {
  return sql`e.status = ANY(${AWAITED}) AND e.when_latest < ${today}`;
}
