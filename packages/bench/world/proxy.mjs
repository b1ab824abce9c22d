// Stands between clients and servers, and does to their connections what networks do.
import { connect, createServer } from 'node:net';

export class TcpProxy {
  #links = new Set();
  cuts = 0;
  freezes = 0;

  /** `ports`: of the servers behind; a connection goes to the next one that takes it. */
  constructor(port, ports) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.ports = ports;
    this.next = 0;
    this.server = createServer({ pauseOnConnect: true }, (client) => this.#accept(client));
  }

  static async start(port, ports) {
    const proxy = new TcpProxy(port, ports);
    await new Promise((resolve) => proxy.server.listen(port, '127.0.0.1', 4096, resolve));
    return proxy;
  }

  get size() {
    return this.#links.size;
  }

  #accept(client, attempt = 0) {
    client.on('error', () => undefined);
    const server = connect(this.ports[this.next++ % this.ports.length], '127.0.0.1');
    server.once('connect', () => this.#join({ client, server }));
    server.once('error', () => {
      if (attempt + 1 < this.ports.length) this.#accept(client, attempt + 1);
      else client.resetAndDestroy();
    });
  }

  #join(link) {
    const { client, server } = link;
    this.#links.add(link);
    client.setNoDelay(true);
    server.setNoDelay(true);
    server.removeAllListeners('error');
    const end = () => {
      this.#links.delete(link);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      socket.on('error', () => undefined);
      socket.on('close', end);
    }
    client.pipe(server);
    server.pipe(client);
    client.resume();
  }

  /** Ends one connection, chosen by chance: with a reset, or in the middle of what was on its way. */
  cut() {
    const link = this.#choose();
    if (!link) return false;
    this.cuts += 1;
    if (Math.random() < 0.5) {
      link.client.resetAndDestroy();
      link.server.resetAndDestroy();
    } else link.client.destroy();
    return true;
  }

  /** Half-open: nothing passes any more, and neither side is told. */
  freeze() {
    const link = this.#choose();
    if (!link) return false;
    this.freezes += 1;
    this.#links.delete(link);
    const { client, server } = link;
    client.unpipe(server);
    server.unpipe(client);
    // What comes is taken and thrown away, as by a router that forgot the connection.
    client.resume();
    server.resume();
    return true;
  }

  #choose() {
    const links = [...this.#links];
    return links[Math.floor(Math.random() * links.length)];
  }

  async stop() {
    for (const { client, server } of this.#links) {
      client.destroy();
      server.destroy();
    }
    await new Promise((resolve) => this.server.close(resolve));
  }
}
