import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema';

/** Sorted, so that a diff of it is a diff of the contract. */
export async function printSchemaText(): Promise<string> {
  return printSchema(lexicographicSortSchema(schema()));
}
