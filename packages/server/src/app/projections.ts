import { claimClearance } from '../features/claim/claim-clearance.projection';
import { identity } from '../features/identity/identity.projection';
import { labels } from '../features/record/label.projection';
import { partMarkings } from '../features/record/part-marking.projection';
import { pointerMarkings } from '../features/record/pointer-marking.projection';
import { searchDocuments } from '../features/search/search.projection';
import { counters } from '../features/statistics/counter.projection';
import type { Projection } from '../platform/change/projection';

/** What follows from a change, in the order in which it is derived. Versions and the outbox come last, from the door itself. */
export const projections: readonly Projection[] = [
  partMarkings,
  pointerMarkings,
  labels,
  claimClearance,
  searchDocuments,
  identity,
  counters,
];
