import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ClientProcess } from './client-process.mjs';
import { readNotes } from './note.mjs';

const SUBSCRIBER = new URL('subscriber.mjs', import.meta.url).pathname;
/** Of each transport's subscribers so many are processes of their own, which are killed. */
const SHARE_KILLED = 0.3;

/** Starts the clients of every transport; answers with who they are, and how to trouble them. */
export async function startSubscribers({ options, directory, proxy, undo }) {
  const each = Math.max(1, Math.round(options.subscribers / options.transports.length));
  const clients = options.transports.flatMap((transport) =>
    split(names(transport, each)).map(
      (group) =>
        new ClientProcess({
          program: SUBSCRIBER,
          names: group.names,
          task: { transport, names: group.names, urls: [proxy.url], directory },
          directory,
          env: { TRANSPORT: transport },
        }),
    ),
  );
  for (const client of clients) {
    client.start();
    undo.push(() => client.stop());
  }
  const proxies = [proxy];
  const killable = clients.filter((client) => client.names.length === 1);
  const file = (name) => join(directory, `${name}.events`);
  return {
    all: clients.flatMap((client) =>
      client.names.map((name) => ({ name, client, read: () => readNotes(file(name)) })),
    ),
    cut: () => any(proxies.filter(({ size }) => size > 0))?.cut() ?? false,
    freeze: () => any(proxies.filter(({ size }) => size > 0))?.freeze() ?? false,
    kill: () => any(killable)?.kill() ?? false,
    told: () =>
      `${Math.round(clients.flatMap(({ names }) => names).reduce((sum, name) => sum + sizeOf(file(name)), 0) / 1e3)} KB`,
    counts: () => ({}),
  };
}

const any = (list) => list[Math.floor(Math.random() * list.length)];
const names = (transport, count) => Array.from({ length: count }, (_, at) => `${transport}-${at + 1}`);

function split(all) {
  const alone = Math.max(1, Math.floor(all.length * SHARE_KILLED));
  const together = all.slice(alone);
  return [
    ...all.slice(0, alone).map((name) => ({ names: [name] })),
    ...(together.length > 0 ? [{ names: together }] : []),
  ];
}

function sizeOf(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
