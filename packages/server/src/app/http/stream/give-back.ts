import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

const OF_THE_OFFER = /^(upgrade|http2-settings|connection)$/i;

/**
 * Some HTTP clients, Java's among them, offer HTTP/2 with every request by an `Upgrade: h2c` that a server may
 * ignore. Node hands such requests to whoever listens for upgrades: they are put back as they would be without the offer.
 */
export function giveBack(server: Server, request: IncomingMessage, socket: Socket, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (!OF_THE_OFFER.test(rawHeaders[at] ?? '')) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  // Node reads headers as Latin-1.
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

export function isForWebSocket({ headers: { upgrade } }: IncomingMessage): boolean {
  return upgrade?.toLowerCase() === 'websocket';
}
