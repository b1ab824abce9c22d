// The least that telling ten thousand can cost: a bare process that writes finished bytes to every socket it has.
//   { listen }           answers with the port
//   { write: { body } }  writes a WebSocket frame of that text to all of them; answers when it began
import { createServer } from 'node:net';

const ACCEPT =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n';
const now = () => Number(process.hrtime.bigint()) / 1e6;
const sockets = new Set();

function frame(text) {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([129, body.length])
      : Buffer.from([129, 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, body]);
}

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => {
    socket.write(ACCEPT);
    socket.once('data', () => {
      socket.write(frame('{"type":"connection_ack"}'));
      sockets.add(socket);
      socket.resume();
    });
  });
});

const DO = {
  listen: () =>
    new Promise((resolve) =>
      server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => resolve(server.address().port)),
    ),
  write({ body }) {
    const bytes = frame(body);
    const beganAt = now();
    for (const socket of sockets) socket.write(bytes);
    return { beganAt, count: sockets.size };
  },
};

process.on('message', async ({ n, what, how }) => process.send({ n, answer: await DO[what](how) }));
process.once('disconnect', () => process.exit(0));
