// A WebSocket client of graphql-transport-ws with nothing between us and the socket: ten thousand of them fit into a process, and one
// can stop reading.
import { connect } from 'node:net';

const UPGRADE = ({ port, path, token }) =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    ...(token ? [`Authorization: Bearer ${token}`] : []),
    '\r\n',
  ].join('\r\n');

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const ACK = Buffer.from('"connection_ack"');
const PING = Buffer.from('{"type":"ping"');
const EMPTY = Buffer.alloc(0);

export class RawWs {
  #rest = EMPTY;
  #isOpen = false;
  #subscribed;
  bytes = 0;

  /** `onMessage` gets each text frame as bytes, valid only during the call; `onEnd` why there are no more. */
  constructor({ port, path = '/graphql', token, query, variables, onMessage, onEnd }) {
    this.query = JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } });
    this.onMessage = onMessage;
    this.onEnd = onEnd;
    this.attached = new Promise((resolve, reject) => {
      this.#subscribed = { resolve, reject };
    });
    this.socket = connect(port, '127.0.0.1');
    this.socket.setNoDelay(true);
    this.socket.on('connect', () => this.socket.write(UPGRADE({ port, path, token })));
    this.socket.on('data', (chunk) => this.#take(chunk));
    this.socket.on('error', (error) => this.#end(error.message));
    this.socket.on('close', () => this.#end('closed'));
  }

  #end(why) {
    this.#subscribed.reject(new Error(why));
    this.attached.catch(() => undefined);
    this.onEnd?.(why);
    this.onEnd = null;
  }

  #take(chunk) {
    this.bytes += chunk.length;
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isOpen) {
      const end = data.indexOf(END_OF_HEAD);
      if (end < 0) {
        this.#rest = data;
        return;
      }
      if (!data.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
        this.#end(data.toString());
        this.socket.destroy();
        return;
      }
      this.#isOpen = true;
      data = data.subarray(end + 4);
      this.send('{"type":"connection_init"}');
    }
    this.#rest = this.#frames(data);
  }

  /** Answers with what is left: the beginning of a frame. */
  #frames(data) {
    let at = 0;
    while (data.length - at >= 2) {
      const short = data[at + 1] & 127;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (data.length - at < head) break;
      const length =
        short === 126
          ? data.readUInt16BE(at + 2)
          : short === 127
            ? Number(data.readBigUInt64BE(at + 2))
            : short;
      if (data.length - at < head + length) break;
      this.#message(data[at] & 15, data.subarray(at + head, at + head + length));
      at += head + length;
    }
    return at === data.length ? EMPTY : Buffer.from(data.subarray(at));
  }

  #message(opcode, body) {
    if (opcode === 9) this.#write(10, body);
    else if (opcode === 8) this.#end(`closed with ${body.length >= 2 ? body.readUInt16BE(0) : 'nothing'}`);
    else if (opcode !== 1) return;
    else if (body.includes(ACK)) {
      this.send(this.query);
      this.#subscribed.resolve();
    } else if (body.subarray(0, PING.length).equals(PING)) this.send('{"type":"pong"}');
    else this.onMessage(body);
  }

  send(text) {
    this.#write(1, Buffer.from(text));
  }

  /** Masked with zeros, which leaves the bytes as they are. */
  #write(opcode, body) {
    const head =
      body.length < 126
        ? Buffer.from([128 | opcode, 128 | body.length, 0, 0, 0, 0])
        : Buffer.from([128 | opcode, 128 | 126, body.length >> 8, body.length & 255, 0, 0, 0, 0]);
    this.socket.write(Buffer.concat([head, body]));
  }

  pause() {
    this.socket.pause();
  }

  resume() {
    this.socket.resume();
  }

  close() {
    this.onEnd = null;
    this.socket.destroy();
  }
}
