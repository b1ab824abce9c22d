import { open, readFile, rename } from 'node:fs/promises';
import type { CursorStore } from './stream.js';

/**
 * Remembers in a file how far a stream got. The file is replaced whole and put on disk before the next item, so that
 * neither a crash nor a power cut leaves half a cursor. One process a file.
 *
 * @param path - Where; the directory must be there. A missing file is a stream that has not begun.
 * @example
 * ```ts
 * for await (const item of entente.events({}, { from: 'SNAPSHOT', store: fileCursor('./cursor') })) {
 *   console.log(item.kind, item.recordId);
 *   break; // or follow it for ever
 * }
 * ```
 */
export function fileCursor(path: string): CursorStore {
  const draft = `${path}.new`;
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.trim() || null;
    },
    async save(cursor) {
      const file = await open(draft, 'w');
      try {
        await file.writeFile(`${cursor}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
  };
}
