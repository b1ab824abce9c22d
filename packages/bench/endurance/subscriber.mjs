// A process with one subscriber or several, each of which writes down what it is told. May be killed at any time: it goes on from
// the cursors it saved.
import { join } from 'node:path';
import { TOKEN } from '../world/product.mjs';
import { cursorIn, note } from './note.mjs';
import { subscribe } from './transports.mjs';

process.once('message', async ({ transport, names, urls, directory }) => {
  process.send({ isReady: true });
  const work = names.map(async (name, at) => {
    const events = subscribe[transport]({
      url: urls[at % urls.length],
      token: TOKEN,
      store: cursorIn(join(directory, `${name}.cursor`)),
      cursorFile: join(directory, `${name}.cursor`),
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
