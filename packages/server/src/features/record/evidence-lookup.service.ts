import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/change/transaction';

const loaders = new WeakMap<EntityManager, Map<string, DataLoader<unknown, unknown>>>();

/**
 * Looks up at once what claims ask for in one tick, also those of many records that are written side by side. Nothing is remembered:
 * what a transaction wrote meanwhile is found.
 */
export function lookUp<K, V>(
  tx: Transaction,
  name: string,
  keys: readonly K[],
  load: (keys: readonly K[]) => Promise<V[]>,
): Promise<V[]> {
  let named = loaders.get(tx.manager);
  if (!named) {
    named = new Map();
    loaders.set(tx.manager, named);
  }
  let loader = named.get(name) as DataLoader<K, V> | undefined;
  if (!loader) {
    loader = new DataLoader<K, V>(load, { cache: false });
    named.set(name, loader as DataLoader<unknown, unknown>);
  }
  const chosen = loader;
  return Promise.all(keys.map((key) => chosen.load(key)));
}
