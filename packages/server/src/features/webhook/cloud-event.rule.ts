import { typeIdOf } from '../../platform/type-id';
import type { Event, Transition } from '../feed/event.entity';

/** As the Standard Webhooks specification advises. */
const MOST_BYTES = 20_000;

/** So many digits that sorting the texts sorts the numbers. */
const DIGITS = 19;

export const SOURCE = 'urn:entente:event-log';
const CONTENT_TYPE = 'application/json';

interface Told {
  event: Event;
  transition: Transition;
  cursor: string;
  /** Of the webhook's clearance. */
  number: number;
}

/** An event as CloudEvents 1.0 writes them, in structured JSON. What makes it too long is left out, and said to be. */
export function cloudEventOf(told: Told): string {
  let text = '';
  for (const leftOut of [[], ['before', 'after'], ['before', 'after', 'changed', 'reason']]) {
    text = JSON.stringify(whole(told, leftOut));
    if (Buffer.byteLength(text) <= MOST_BYTES) break;
  }
  return text;
}

/** Shows that an endpoint answers and that it knows its secret. */
export function testEventOf(id: string, at: Date): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: SOURCE,
    type: 'org.entente.test.v1',
    time: at.toISOString(),
    datacontenttype: CONTENT_TYPE,
    data: {},
  });
}

function whole({ event, transition, cursor, number }: Told, leftOut: readonly string[]) {
  const data = {
    id: typeIdOf('event', event.id),
    recordType: event.recordType,
    recordId: event.recordId,
    recordVersion: event.recordVersion,
    change: event.change,
    changed: event.changed,
    before: event.before,
    after: event.after,
    at: event.at.toISOString(),
    by: event.by,
    reason: event.reason,
    schemaVersion: event.schemaVersion,
  };
  return {
    specversion: '1.0',
    id: data.id,
    source: SOURCE,
    type: `org.entente.${event.recordType}.${event.change}.v${event.schemaVersion}`.toLowerCase(),
    subject: event.recordId,
    time: data.at,
    datacontenttype: CONTENT_TYPE,
    dataschema: `urn:entente:event:v${event.schemaVersion}`,
    sequence: String(number).padStart(DIGITS, '0'),
    data: {
      cursor,
      transition,
      event: Object.fromEntries(Object.entries(data).filter(([name]) => !leftOut.includes(name))),
      ...(leftOut.length > 0 && { leftOut }),
    },
  };
}
