// A process with one subscriber or several, each of which writes down what it is told. May be killed at any time: it goes on from
// the cursors it saved.
import { join } from 'node:path';
import { TOKEN } from '../world/product.mjs';
import { note } from './note.mjs';
import { subscribe } from './transports.mjs';

process.once('message', async ({ transport, names, url, directory }) => {
  process.send({ isReady: true });
  const work = names.map(async (name, at) => {
    const events = subscribe[transport]({
      url,
      token: TOKEN,
      file: join(directory, `${name}.cursor`),
      isKilled: names.length === 1,
      isBare: at > 0 && at % 3 === 0,
    });
    for await (const event of events) note(join(directory, `${name}.events`), event);
    throw new Error(`${name} came to an end`);
  });
  await Promise.all(work).catch((error) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit(0));
