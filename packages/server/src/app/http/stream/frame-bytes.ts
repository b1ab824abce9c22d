import type { Frame } from './stream-source';

const NEXT = Buffer.from(',"type":"next","payload":');
const END = Buffer.from('}');
const AFTER_EVENT = Buffer.from('\n\n');

/** What stands in a frame for everybody who gets it is put together once. */
function shared(make: (frame: Frame) => Buffer): (frame: Frame) => Buffer {
  const made = new WeakMap<Frame, Buffer>();
  return (frame) => {
    const known = made.get(frame);
    if (known) return known;
    const bytes = make(frame);
    made.set(frame, bytes);
    return bytes;
  };
}

/** All of a `next` message but the subscription's id, which goes before it. */
const afterId = shared(({ body }) => Buffer.concat([NEXT, body, END]));

export function headOfMessage(id: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(id)}`);
}

export function nextMessage(head: Buffer, frame: Frame): Buffer {
  const tail = afterId(frame);
  return Buffer.concat([head, tail], head.length + tail.length);
}

/** The same bytes for all. */
export const serverSentEvent = shared(({ body, cursor }) =>
  Buffer.concat([Buffer.from(`id: ${cursor}\nevent: next\ndata: `), body, AFTER_EVENT]),
);
