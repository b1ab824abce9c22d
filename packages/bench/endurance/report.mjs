import { judge, PLANTS, sum } from './verdict.mjs';

/** Prints what happened and what each transport made of it. Answers whether all is well. */
export function report(outcome, options) {
  const { truth, subscribers, written, unacknowledged, faults, seconds } = outcome;
  const told = subscribers.map((subscriber) => ({ ...subscriber, lines: subscriber.read() }));
  if (options.plant) {
    const [victim] = told.filter(({ client }) => client.kills === 0);
    victim.lines = PLANTS[options.plant](victim.lines);
    console.log(`planted: a ${options.plant} in what ${victim.name} wrote down`);
  }
  console.log(
    `\n${truth.size} events by ${options.writers} writers in ${seconds.toFixed(0)} s: ${list({ ...written.counts })}\n${list(faults)}`,
  );
  console.table(tableOf(told, truth));
  const wrong = told.flatMap(({ name, client, lines }) =>
    complaints(judge(lines, truth), client, name).map((what) => `${name}: ${what}`),
  );
  for (const { client, name } of told)
    if (client.failure && name === client.names[0]) wrong.push(`${name} gave up: ${client.failure}`);
  if (unacknowledged > 0) wrong.push(`${unacknowledged} acknowledged changes are not in the database`);
  const unnumbered = [...truth.values()].filter(({ order }) => order === null).length;
  if (unnumbered > 0) wrong.push(`${unnumbered} events were never numbered`);
  for (const line of wrong) console.log(`!! ${line}`);
  console.log(
    wrong.length === 0 ? 'Nothing lost, nothing twice, nothing out of order.' : 'NOT as it should be.',
  );
  return wrong.length === 0;
}

/** Whether each plant is caught in what was really told. */
export function reportPlants({ truth, subscribers }) {
  const { client, name, read } = subscribers.find((each) => each.client.kills === 0);
  const lines = read();
  return Object.entries(PLANTS).every(([plant, alter]) => {
    const found = complaints(judge(alter(lines), truth), client, name);
    console.log(`a planted ${plant} is ${found.length > 0 ? `caught: ${found.join(', ')}` : 'NOT caught'}`);
    return found.length > 0;
  });
}

const NEVER = ['lost', 'invented', 'duplicated', 'holes', 'reordered'];

function complaints(found, client, name) {
  const wrong = NEVER.filter((what) => found[what] > 0).map((what) => `${found[what]} ${what}`);
  if (name.startsWith('webhook')) return wrong;
  if (found.displaced > 0) wrong.push(`${found.displaced} displaced`);
  // Killed after it had dealt with an event and before it had saved the cursor.
  if (found.repeats > client.kills) wrong.push(`${found.repeats} repeats in ${client.kills} kills`);
  return wrong;
}

function tableOf(told, truth) {
  const rows = {};
  for (const transport of new Set(told.map(({ name }) => name.split('-')[0]))) {
    const group = told.filter(({ name }) => name.startsWith(transport));
    const clients = new Set(group.map(({ client }) => client));
    rows[transport] = {
      subscribers: group.length,
      kills: [...clients].reduce((total, { kills }) => total + kills, 0),
      ...sum(group.map(({ lines }) => judge(lines, truth))),
    };
  }
  return rows;
}

const list = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
