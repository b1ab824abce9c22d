import { publish } from '../world/figures.mjs';
import { judge, PLANTS, sum } from './verdict.mjs';

const CLEAN = 'Nothing lost, nothing twice, nothing out of order.';

/** Prints what happened and what each transport made of it. Answers whether all is well. */
export function report(outcome, options) {
  const { truth, subscribers, written, unacknowledged, faults, seconds } = outcome;
  const boundOf = repeatsAllowed(faults);
  const told = subscribers.map((subscriber) => ({ ...subscriber, lines: subscriber.read() }));
  if (options.plant) {
    const victim = victimOf(told);
    victim.lines = PLANTS[options.plant](victim.lines);
    console.log(`planted: a ${options.plant} in what ${victim.name} wrote down`);
  }
  const rows = tableOf(told, outcome);
  const story = `${truth.size} events by ${options.writers} writers in ${seconds.toFixed(0)} s, ${options.servers} servers: ${list({ ...faults, ...written.counts })}`;
  console.log(`\n${story}`);
  console.table(Object.fromEntries(rows.map(({ transport, ...row }) => [transport, row])));
  const wrong = told.flatMap(({ name, client, lines }) =>
    complaints(judge(lines, truth), name, boundOf(name, client)).map((what) => `${name}: ${what}`),
  );
  for (const { client, name } of told)
    if (client.failure && name === client.names[0]) wrong.push(`${name} gave up: ${client.failure}`);
  if (unacknowledged > 0) wrong.push(`${unacknowledged} acknowledged changes are not in the database`);
  const unnumbered = [...truth.values()].filter(({ order }) => order === null).length;
  if (unnumbered > 0) wrong.push(`${unnumbered} events were never numbered`);
  for (const line of wrong) console.log(`!! ${line}`);
  console.log(wrong.length === 0 ? CLEAN : 'NOT as it should be.');
  if (!options.isShort && !options.plant) keep(rows, story, wrong, outcome);
  return wrong.length === 0;
}

function keep(rows, story, wrong, { postgres }) {
  const transports = rows.map(({ transport }) => transport);
  publish(`endurance-${transports.length === 1 ? transports[0] : 'all'}`, {
    title: `What subscribers are told while everything falls: ${transports.join(', ')}`,
    about: `${story}.`,
    rows,
    goals: [[wrong.length === 0 ? CLEAN : wrong.join('; '), wrong.length === 0]],
    postgres,
  });
}

/** Whether each plant is caught in what was really told. */
export function reportPlants({ truth, subscribers, faults }) {
  const { client, name, read } = victimOf(subscribers);
  const lines = read();
  const bound = repeatsAllowed(faults)(name, client);
  return Object.entries(PLANTS).every(([plant, alter]) => {
    if (plant === 'repeat' && bound > 0) return true;
    const found = complaints(judge(alter(lines), truth), name, bound);
    console.log(`a planted ${plant} is ${found.length > 0 ? `caught: ${found.join(', ')}` : 'NOT caught'}`);
    return found.length > 0;
  });
}

/** Whoever is allowed the least. */
function victimOf(subscribers) {
  const steady = subscribers.filter(({ client }) => client.kills === 0);
  return steady.find(({ name }) => !isWebhook(name)) ?? steady[0] ?? subscribers[0];
}

const isWebhook = (name) => name.startsWith('webhook');

/** So many deliveries of an endpoint are under way at a time: as the servers are told by the environment. */
const WINDOW = Number(process.env.WEBHOOK_WINDOW ?? 8);

/**
 * How many events a subscriber may have been told again. With a cursor: one a kill, when it had dealt with an event and not yet saved the
 * cursor. A webhook: what was under way when either side fell, and what was answered over a connection that was cut.
 */
function repeatsAllowed(faults) {
  const falls = (faults['server kills'] ?? 0) + (faults['PostgreSQL crashes'] ?? 0);
  return (name, client) =>
    isWebhook(name) ? WINDOW * (falls + client.kills) + (client.proxy?.cuts ?? 0) : client.kills;
}

const NEVER = ['lost', 'invented', 'duplicated', 'holes', 'reordered'];

function complaints(found, name, bound) {
  const wrong = NEVER.filter((what) => found[what] > 0).map((what) => `${found[what]} ${what}`);
  if (found.repeats > bound) wrong.push(`${found.repeats} repeats where ${bound} may be`);
  // To one endpoint records are told side by side.
  if (!isWebhook(name) && found.displaced > 0) wrong.push(`${found.displaced} displaced`);
  return wrong;
}

function tableOf(told, { truth, cuts }) {
  const rows = [];
  for (const transport of new Set(told.map(({ name }) => name.split('-')[0]))) {
    const group = told.filter(({ name }) => name.startsWith(transport));
    const clients = new Set(group.map(({ client }) => client));
    const { displaced, ...found } = sum(group.map(({ lines }) => judge(lines, truth)));
    rows.push({
      transport,
      subscribers: group.length,
      disconnects: cuts(transport),
      kills: [...clients].reduce((total, { kills }) => total + kills, 0),
      ...found,
      displaced: isWebhook(transport) ? '' : displaced,
    });
  }
  return rows;
}

const list = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
