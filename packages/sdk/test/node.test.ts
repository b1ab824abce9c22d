import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileCursor } from '../src/node';

describe('a cursor in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-cursor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is what was saved last, for whoever opens the file next', async () => {
    const path = join(folder, 'cursor');
    const store = fileCursor(path);
    expect(await store.load()).toBeNull();

    await store.save('c1');
    await store.save('c2');

    expect(await store.load()).toBe('c2');
    expect(await fileCursor(path).load()).toBe('c2');
    expect(readdirSync(folder)).toEqual(['cursor']);
  });

  test('is whole, though a process died while it wrote', async () => {
    const path = join(folder, 'cursor');
    await fileCursor(path).save('c1');
    writeFileSync(`${path}.new`, 'c');

    expect(await fileCursor(path).load()).toBe('c1');
    await fileCursor(path).save('c2');
    expect(readFileSync(path, 'utf8')).toBe('c2\n');
  });

  test('that cannot be read or written is an error, not a beginning', async () => {
    await expect(fileCursor(folder).load()).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(fileCursor(join(folder, 'no/where')).save('c1')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('of an empty file is a stream that has not begun', async () => {
    writeFileSync(join(folder, 'cursor'), '');
    expect(await fileCursor(join(folder, 'cursor')).load()).toBeNull();
  });
});
