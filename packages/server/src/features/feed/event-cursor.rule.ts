import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../platform/errors';

/** A place in the log as one clearance counts it: everything up to and including `number` is dealt with. */
export interface EventPosition {
  /** Of the log, 16 hexadecimal digits: another after a restored backup. */
  epoch: string;
  clearance: number;
  number: number;
  /** Within a snapshot: the last record handed out. The log goes on after `number`. */
  snapshotAfter?: string;
}

const VERSION = 1;
const EPOCH_AT = 1;
const CLEARANCE_AT = 9;
const NUMBER_AT = 10;
const RECORD_AT = 18;
const RECORD_BYTES = 16;
const TAG_BYTES = 4;

/**
 * Positions as text that nobody else can make or alter: version, epoch, clearance, number and, within a snapshot, a record, then a tag.
 * One clearance's numbers count what it may see and nothing else, so a cursor is of one clearance.
 */
export class EventCursors {
  constructor(private readonly secret: string) {}

  write({ epoch, clearance, number, snapshotAfter }: EventPosition): string {
    const head = Buffer.alloc(RECORD_AT);
    head[0] = VERSION;
    head.write(epoch, EPOCH_AT, 'hex');
    head[CLEARANCE_AT] = clearance;
    head.writeBigUInt64BE(BigInt(number), NUMBER_AT);
    const record = snapshotAfter === undefined ? '' : snapshotAfter.replaceAll('-', '');
    const body = Buffer.concat([head, Buffer.from(record, 'hex')]);
    return Buffer.concat([body, this.#tag(body)]).toString('base64url');
  }

  read(text: string, clearance: number, field = 'after'): EventPosition {
    const body = this.#opened(text);
    if (body === null)
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} is no cursor of the event log; give one that an event, a page or a frame carried, unaltered`,
        { field },
      );
    if (body[CLEARANCE_AT] !== clearance)
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} is a cursor of another clearance than yours, which counts other events; begin anew, with a snapshot or at the head`,
        { field },
      );
    const record = body.subarray(RECORD_AT).toString('hex');
    return {
      epoch: body.subarray(EPOCH_AT, CLEARANCE_AT).toString('hex'),
      clearance,
      number: Number(body.readBigUInt64BE(NUMBER_AT)),
      ...(record && { snapshotAfter: record.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }),
    };
  }

  /** What the tag vouches for; null for anything this installation did not write so, to the letter. */
  #opened(text: string): Buffer | null {
    const bytes = Buffer.from(text, 'base64url');
    const length = bytes.length - TAG_BYTES;
    if (length !== RECORD_AT && length !== RECORD_AT + RECORD_BYTES) return null;
    // Node reads past letters that are not of the alphabet, and the last letter has bits that mean nothing.
    if (bytes.toString('base64url') !== text) return null;
    const body = bytes.subarray(0, length);
    return body[0] === VERSION && timingSafeEqual(bytes.subarray(length), this.#tag(body)) ? body : null;
  }

  #tag(body: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update('event cursor')
      .update(body)
      .digest()
      .subarray(0, TAG_BYTES);
  }
}
