import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../errors';

/** Where a page ended: the values of its order's keys and the id of its last row. */
export interface Position {
  keys: (string | null)[];
  id: string;
}

/** Cursors are opaque and bound to their list: its filter, order, parent, clearance and recorded time. */
export class CursorSeal {
  constructor(private readonly secret: string) {}

  seal(list: string, { keys, id }: Position): string {
    const body = Buffer.from(JSON.stringify([...keys, id])).toString('base64url');
    return `${body}.${this.#mark(list, body)}`;
  }

  open(list: string, cursor: string, field = 'after'): Position {
    const [body = '', mark = ''] = cursor.split('.');
    const expected = Buffer.from(this.#mark(list, body));
    const given = Buffer.from(mark);
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} is no cursor of this list; give the endCursor of a page with the same filter and order, unaltered`,
        { field },
      );
    const values = JSON.parse(Buffer.from(body, 'base64url').toString()) as (string | null)[];
    return { keys: values.slice(0, -1), id: String(values.at(-1)) };
  }

  #mark(list: string, body: string): string {
    const digest = createHash('sha256').update(list).digest('hex');
    return createHmac('sha256', this.secret).update(`${digest}.${body}`).digest('base64url').slice(0, 16);
  }
}
