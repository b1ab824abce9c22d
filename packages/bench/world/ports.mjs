import { createServer } from 'node:net';

/**
 * Ports below those that the system hands out by itself: a client that tries a dead server's port again and again would else be given
 * that very port some day, and talk to itself.
 */
const FROM = 20_000;
const TO = 30_000;
const taken = new Set();

export async function fixedPort() {
  for (;;) {
    const port = FROM + Math.floor(Math.random() * (TO - FROM));
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
