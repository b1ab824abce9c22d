// A reader of server-sent events that does no more than find where each ends.
import { request } from 'node:http';

const END = Buffer.from('\n\n');
const EMPTY = Buffer.alloc(0);

export class RawSse {
  #rest = EMPTY;

  constructor({ port, path = '/graphql/stream', token, query, variables, onMessage, onEnd }) {
    this.attached = new Promise((resolve, reject) => {
      this.request = request({
        port,
        path,
        host: '127.0.0.1',
        method: 'POST',
        agent: false,
        headers: {
          accept: 'text/event-stream',
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      });
      this.request.on('response', (response) => {
        this.response = response;
        if (response.statusCode !== 200) return reject(new Error(`answered ${response.statusCode}`));
        response.on('data', (chunk) => this.#take(chunk, onMessage));
        response.on('close', () => onEnd?.('closed'));
        resolve();
      });
      this.request.on('error', (error) => {
        reject(error);
        onEnd?.(error.message);
      });
      this.request.end(JSON.stringify({ query, variables }));
    });
    this.attached.catch(() => undefined);
  }

  #take(chunk, onMessage) {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (let end = data.indexOf(END); end >= 0; end = data.indexOf(END)) {
      onMessage(data.subarray(0, end));
      data = data.subarray(end + 2);
    }
    this.#rest = data;
  }

  pause() {
    this.response?.pause();
  }

  resume() {
    this.response?.resume();
  }

  close() {
    this.request.destroy();
  }
}
