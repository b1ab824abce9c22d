import { join } from 'node:path';
import { fixedPort } from '../world/ports.mjs';
import { TOKEN } from '../world/product.mjs';
import { TcpProxy } from '../world/proxy.mjs';
import { ClientProcess } from './client-process.mjs';
import { lineCounter, readJournal, readNotes } from './note.mjs';

const EXAMPLE = new URL('../../sdk/examples/consumer.mjs', import.meta.url).pathname;
const RECEIVER = new URL('receiver.mjs', import.meta.url).pathname;
const SUBSCRIBER = new URL('subscriber.mjs', import.meta.url).pathname;
/** Of each transport's subscribers so many are processes of their own, which are killed. */
const SHARE_KILLED = 0.3;

/** Starts the clients of every transport; answers with who they are, and how to trouble them. */
export async function startSubscribers({ options, directory, servers, undo }) {
  const each = Math.max(1, Math.round(options.subscribers / options.transports.length));
  const ports = servers.map(({ port }) => port);
  const networks = [];
  const network = async (transport, to) => {
    const proxy = await TcpProxy.start(await fixedPort(), to);
    undo.push(() => proxy.stop());
    networks.push({ transport, proxy });
    return proxy;
  };
  const clients = [];
  for (const transport of options.transports) {
    const way = { transport, directory, server: servers[0].url };
    if (transport !== 'webhook') way.proxy = await network(transport, ports);
    for (const names of split(transport, each)) {
      const client = await clientOf(names, way, network);
      clients.push(client);
      client.start();
      undo.push(() => client.stop());
    }
  }
  const all = clients.flatMap((client) => client.names.map((name) => subscriberOf(name, client)));
  const killable = inTurns(clients.filter(({ names }) => names.length === 1));
  const next = inTurns(options.transports);
  const troubled = () => {
    const transport = next();
    return any(networks.filter((one) => one.transport === transport && one.proxy.size > 0))?.proxy;
  };
  return {
    all,
    cut: () => troubled()?.cut() ?? false,
    freeze: () => troubled()?.freeze() ?? false,
    kill: () => killable()?.kill() ?? false,
    cuts: (transport) =>
      networks
        .filter((one) => one.transport === transport)
        .reduce((sum, { proxy }) => sum + proxy.cuts + proxy.freezes, 0),
    /** How many lines were written down. */
    told: () => all.reduce((sum, { count }) => sum + count(), 0),
  };
}

function subscriberOf(name, client) {
  const { file, read } = client.notesOf(name);
  return { name, client, read, count: lineCounter(file) };
}

const any = (list) => list[Math.floor(Math.random() * list.length)];

function inTurns(list) {
  let at = 0;
  return () => list[at++ % list.length];
}

/** Those that are killed have a process each, the others share one. */
function split(transport, count) {
  const all = Array.from({ length: count }, (_, at) => `${transport}-${at + 1}`);
  const alone = Math.max(1, Math.floor(count * SHARE_KILLED));
  const together = all.slice(alone);
  return [...all.slice(0, alone).map((name) => [name]), ...(together.length > 0 ? [together] : [])];
}

function clientOf(names, way, network) {
  if (way.transport === 'webhook') return receiverOf(names, way, network);
  // The example of the SDK is what is killed, so that it is known to hold.
  if (way.transport === 'sse' && names.length === 1) return exampleOf(names[0], way);
  const { transport, directory, proxy } = way;
  return new ClientProcess({
    program: SUBSCRIBER,
    names,
    task: { transport, names, url: proxy.url, directory },
    directory,
    notesOf: notesIn(directory),
  });
}

const notesIn = (directory) => (name) => {
  const file = join(directory, `${name}.events`);
  return { file, read: () => readNotes(file) };
};

/** Endpoints behind a network of their own, registered before anything happens. */
async function receiverOf(names, { directory, server }, network) {
  const port = await fixedPort();
  const proxy = await network('webhook', [port]);
  const secrets = {};
  for (const name of names) secrets[name] = await register(server, name, `${proxy.url}/${name}`);
  const client = new ClientProcess({
    program: RECEIVER,
    names,
    task: { port, secrets, directory },
    directory,
    notesOf: notesIn(directory),
  });
  return Object.assign(client, { proxy });
}

const REGISTER = 'mutation ($input: WebhookInput!) { registerWebhook(input: $input) { secret } }';

async function register(server, name, url) {
  const response = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query: REGISTER, variables: { input: { name, url } } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`registerWebhook: ${JSON.stringify(errors)}`);
  return data.registerWebhook.secret;
}

function exampleOf(name, { directory, proxy }) {
  const home = join(directory, name);
  const file = join(home, 'journal.jsonl');
  return new ClientProcess({
    program: EXAMPLE,
    args: [`${proxy.url}/graphql`, home, 'EARLIEST'],
    names: [name],
    directory,
    env: { ENTENTE_TOKEN: TOKEN },
    notesOf: () => ({ file, read: () => readJournal(file, join(directory, `${name}.log`)) }),
  });
}
