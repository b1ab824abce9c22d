import type { Touch } from './touch';
import type { Transaction } from './transaction';

/** Derives something from what a transaction changed, inside of it. `app/` registers them, in a fixed order; the outbox is the last. */
export interface Projection {
  name: string;
  apply(tx: Transaction, touches: readonly Touch[]): Promise<void>;
}

export async function runProjections(projections: readonly Projection[], tx: Transaction): Promise<void> {
  for (const projection of projections) await projection.apply(tx, tx.touches);
  await tx.finish();
}
