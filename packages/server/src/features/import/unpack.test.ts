import { gzipSync } from 'node:zlib';
import { fileOf } from '../../../test/harness/importing';
import { zipped } from '../../../test/harness/zip';
import { unpacked } from './unpack.rule';

const TEXT = `id,title\n${Array.from({ length: 20_000 }, (_, at) => `${at},title ${at * 7919}`).join('\n')}\n`;

async function textOf(bytes: Buffer, chunkBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpacked(fileOf(bytes, 'whatever.name', chunkBytes).chunks())) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a packed file', () => {
  test.each([
    ['plain', Buffer.from(TEXT)],
    ['gzip', gzipSync(TEXT)],
    ['gzip in two members', Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))])],
    ['zip', zipped(TEXT)],
    ['zip that was written to a pipe', zipped(TEXT, { isDescribedLater: true })],
    ['zip that only stores', zipped(TEXT, { isStored: true })],
  ])('is known by its bytes and read as it comes: %s', async (_, bytes) => {
    for (const chunkBytes of [7, 1_000, 1_000_000]) expect(await textOf(bytes, chunkBytes)).toBe(TEXT);
  });

  test.each([
    ['a gzip that is not whole', gzipSync(TEXT).subarray(0, 5_000), /damaged or not whole/],
    ['a zip that is not whole', zipped(TEXT).subarray(0, 5_000), /damaged or not whole/],
    ['a stored zip that is not whole', zipped(TEXT, { isStored: true }).subarray(0, 5_000), /not whole/],
    ['a zip of other content than it says', zipped(TEXT, { isDamaged: true }), /checksum/],
    [
      'the same, said after the content',
      zipped(TEXT, { isDamaged: true, isDescribedLater: true }),
      /checksum/,
    ],
    ['a zip that is encrypted', zipped(TEXT, { flags: 1 }), /encrypted/],
    ['a zip without a file', zipped('').subarray(0, 40), /holds no file/],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), /save it as UTF-8/],
  ])('is refused in words: %s', async (_, bytes, message) => {
    for (const chunkBytes of [7, 1_000_000]) await expect(textOf(bytes, chunkBytes)).rejects.toThrow(message);
  });
});
