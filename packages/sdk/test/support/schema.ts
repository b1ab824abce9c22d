import { join } from 'node:path';

/** The schema the server serves. */
export const SCHEMA = process.env.ENTENTE_SCHEMA ?? join(__dirname, '../../../server/schema.graphql');
