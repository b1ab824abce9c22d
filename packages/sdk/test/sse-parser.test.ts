import fc from 'fast-check';
import { createCore, type StreamResult } from '../src/index';
import { sse } from '../src/sse';
import { sentEvents } from '../src/sse-parser';
import { changed, next } from './support/streamed';

const read = (...texts: string[]): object[] => texts.flatMap(sentEvents());

describe('a text/event-stream', () => {
  test('is read by its fields; a space after the colon does not count', () => {
    expect(read('event: next\nid:c1\ndata:  two spaces\n\n')).toEqual([
      { event: 'next', id: 'c1', data: ' two spaces' },
    ]);
  });

  test('joins lines of data', () => {
    expect(read('data: {\ndata: "a": 1\ndata: }\n\n')).toEqual([{ data: '{\n"a": 1\n}' }]);
  });

  test.each(['\n', '\r\n', '\r'])('may end its lines with %j', (end) => {
    const text = ['event: next', 'data: 1', '', 'event: complete', 'data', '', ''].join(end);
    expect(read(`${text}:`)).toEqual([
      { event: 'next', data: '1' },
      { event: 'complete', data: '' },
    ]);
  });

  test('does not take a cut line end for an empty line', () => {
    expect(read('event: next\r', '\ndata: 1\r', '\n\r', '\n')).toEqual([{ event: 'next', data: '1' }]);
  });

  test('hands out nothing of an event that is not over', () => {
    expect(read('data: 1\n')).toEqual([]);
  });

  test('keeps colons, and knows a field without one', () => {
    expect(read('data: a:b\nretry\n\n')).toEqual([{ data: 'a:b', retry: '' }]);
  });
});

describe('wherever the bytes are cut', () => {
  const label = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Ünïcode 卡塔尔 🇶🇦', 'a\r\nb', '\u2028', ''),
  );
  const end = fc.constantFrom('\n', '\r\n');
  const frames = fc.array(fc.record({ label, beats: fc.nat(2), end }), { minLength: 1, maxLength: 6 });
  const cuts = fc.array(fc.nat(5_000), { maxLength: 40 });

  test('the same items come out', async () => {
    await fc.assert(
      fc.asyncProperty(frames, cuts, async (wanted, cuts) => {
        const text = wanted
          .map(({ label, beats, end }, index) => {
            const frame = next({ ...changed(index), label });
            return (':\n\n'.repeat(beats) + frame).replaceAll('\n', end);
          })
          .join('');
        const bytes = new TextEncoder().encode(text);
        const whole = await results([bytes]);

        expect(whole.map(({ data }) => data?.events)).toEqual(
          wanted.map(({ label }, index) => ({ ...changed(index), label: scalar(label) })),
        );
        expect(await results(cut(bytes, cuts))).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('also between every two of them', async () => {
    const bytes = new TextEncoder().encode(next({ ...changed(1), label: 'é🇶🇦' }).replaceAll('\n', '\r\n'));

    expect(await results(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(await results([bytes]));
  });
});

/** What UTF-8 can say: a lone surrogate is replaced on its way. */
const scalar = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

function cut(bytes: Uint8Array, cuts: number[]): Uint8Array[] {
  const places = [...new Set([0, ...cuts.map((at) => at % bytes.length), bytes.length])].sort(
    (a, b) => a - b,
  );
  return places.slice(1).map((end, index) => bytes.slice(places[index], end));
}

/** The results of a connection that brings these chunks. */
async function results(chunks: Uint8Array[]): Promise<StreamResult[]> {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const fetch = async () =>
    new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  const { settings } = createCore({ url: 'http://fake.test/graphql', fetch });
  const found: StreamResult[] = [];
  const request = {
    operation: 'events',
    attempts: 1,
    payload: {},
    token: null,
    headers: undefined,
    silenceMs: 1_000,
  };
  for await (const result of sse({ ...request, settings, signal: new AbortController().signal }))
    if (result) found.push(result);
  return found;
}
