// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
export * from './types/common.js';
export * from './types/actors.js';
export * from './types/agreements.js';
export * from './types/claims.js';
export * from './types/commitments.js';
export * from './types/context-events.js';
export * from './types/engagements.js';
export * from './types/events.js';
export * from './types/places.js';
export * from './types/positions.js';
export * from './types/records.js';
export * from './types/relationships.js';
export * from './types/sources.js';
export * from './types/tenures.js';
export * from './types/topics.js';
export * from './types/webhooks.js';
