// Keeps a copy of the record in a file, whatever happens to the network, to the server or to this process, `kill -9` included.
//
//   ENTENTE_TOKEN=… node consumer.mjs http://127.0.0.1:4000/graphql ./copy
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { createClient } from '@entente/sdk';
import { fileCursor } from '@entente/sdk/node';

const [url = 'http://127.0.0.1:4000/graphql', directory = './copy', from = 'SNAPSHOT'] =
  process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const journal = `${directory}/journal.jsonl`;
const entente = createClient({ url, auth: process.env.ENTENTE_TOKEN });

// What was applied before. A last line without an end was cut off by a crash: its cursor was not saved, so it comes again.
const applied = new Set();
const kept = existsSync(journal) ? readFileSync(journal) : Buffer.alloc(0);
const whole = kept.subarray(0, kept.lastIndexOf('\n') + 1);
if (whole.length < kept.length) truncateSync(journal, whole.length);
for (const line of whole.toString().split('\n').filter(Boolean)) applied.add(JSON.parse(line).key);

const options = { from, store: fileCursor(`${directory}/cursor`), onGap: 'snapshot' };
for await (const item of entente.events({}, options)) {
  if (item.kind === 'gap') {
    console.warn(`Away for too long (${item.reason}): the record is read anew.`);
    continue;
  }
  const { recordId, recordVersion: version, record } = item;
  const key = item.kind === 'change' ? item.event.id : `${recordId} ${version}`;
  if (applied.has(key)) {
    // Applied just before the process ended, and its cursor not yet saved.
    console.log(`again: ${key}`);
    continue;
  }
  // The effect, on disk before the cursor is: asking for the next item is what saves it.
  const line = JSON.stringify({ key, recordId, version, label: record?.label ?? null, cursor: item.cursor });
  appendFileSync(journal, `${line}\n`, { flush: true });
  applied.add(key);
}
