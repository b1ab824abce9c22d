import type { Writable } from 'node:stream';

/** Waits until a stream that is full has room again; fails if it breaks instead. */
export function roomIn(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      for (const event of ['drain', 'error', 'close']) stream.off(event, settle);
      if (stream.writableNeedDrain)
        reject(stream.errored ?? new Error('the stream was closed before it had taken all'));
      else resolve();
    };
    if (stream.errored || stream.destroyed) return settle();
    for (const event of ['drain', 'error', 'close']) stream.on(event, settle);
  });
}
