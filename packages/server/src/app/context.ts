import { setMaxListeners } from 'node:events';
import type { GraphQLResolveInfo } from 'graphql';
import { DomainError } from '../platform/errors';
import { Reader } from '../platform/read/reader';
import { PastSession, PresentSession, type Session } from '../platform/read/session';
import type { Scoped } from '../platform/read/using';
import type { Runtime, Viewer } from './runtime';
import { type Services, servicesFor } from './services';

export type { Services };

/** What lasts as long as a request: its services, of the present and of each recorded time it asks about. */
export class Context implements Scoped {
  readonly now: Services;
  readonly #past = new Map<string, Services>();

  constructor(
    private readonly runtime: Runtime,
    readonly viewer: Viewer,
    readonly requestId: string,
    private readonly signal?: AbortSignal,
  ) {
    // Every running statement listens, so that it can be cancelled; many at a time are no leak.
    if (signal) setMaxListeners(0, signal);
    this.now = this.#services(new PresentSession(this.#pool, signal, runtime.heard), 'now');
  }

  /** The services of the place in the answer that `info` is about: below `asOf` those of its recorded time. */
  at(info: GraphQLResolveInfo): Services {
    if (this.#past.size === 0) return this.now;
    let { path } = info;
    while (path.prev) path = path.prev;
    return this.#past.get(String(path.key)) ?? this.now;
  }

  /** From here on, what lies below the root field `key` is read as of that time. */
  enter(key: string, recordedAt: Date): void {
    if (recordedAt.getTime() > Date.now())
      throw new DomainError('BAD_USER_INPUT', 'recordedAt lies in the future; give a time that has been', {
        field: 'recordedAt',
      });
    const session = new PastSession(this.#pool, recordedAt, this.signal, this.runtime.heard);
    this.#past.set(key, this.#services(session, `as of ${recordedAt.toISOString()}`));
  }

  get #pool() {
    return this.runtime.database.reader(this.viewer.clearance);
  }

  #services(session: Session, time: string): Services {
    const { database, seal } = this.runtime;
    const { clearance } = this.viewer;
    const reader = new Reader(session, database.catalog, seal, {
      name: `${clearance} ${time}`,
      clearance: this.runtime.hasOnlyPolicies ? null : clearance,
    });
    return servicesFor(reader, this.viewer, this.runtime);
  }
}
