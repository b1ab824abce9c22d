import { within } from './directory.mjs';
import { fixedPort } from './ports.mjs';
import { startDatabase } from './postgres.mjs';
import { buildServer } from './product.mjs';
import { Server } from './server.mjs';

/** A PostgreSQL as it comes, with its disk. */
export const DURABLE = { max_connections: '300' };

/** Nothing that was started outlives a run that is broken off. */
export function undoWhenStopped(undo) {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, async () => {
      for (const each of undo.splice(0).reverse()) await each();
      process.exit(130);
    });
}

/** What a measurement stands on: a database, servers as they are asked for. All of it is gone afterwards. */
export async function onStage(name, work, settings = DURABLE) {
  await buildServer();
  return within(name, async (directory) => {
    const undo = [];
    undoWhenStopped(undo);
    try {
      const database = await startDatabase(`${directory}/postgres`, settings);
      undo.push(() => database.stop());
      return await work({
        database,
        directory,
        undo,
        async server(options = {}) {
          const server = await Server.start({
            databaseUrl: database.url,
            directory,
            port: await fixedPort(),
            ...options,
          });
          // Asked to stop, it writes the profile that it may have been started for.
          undo.push(() => server.stop());
          return server;
        },
      });
    } finally {
      for (const each of undo.splice(0).reverse()) await each();
    }
  });
}
