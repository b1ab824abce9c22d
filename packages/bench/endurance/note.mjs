// What a subscriber writes down of each event once it has dealt with it: a line, in one write, which survives the process.
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export function note(file, { id, recordId, version, cursor }) {
  appendFileSync(file, `${id} ${recordId} ${version} ${cursor ?? '-'}\n`);
}

export function readNotes(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id, recordId, version, cursor] = line.split(' ');
      return { id, recordId, version: Number(version), cursor };
    });
}

/** What the consumer of the SDK's examples has applied, and what it says came again. */
export function readJournal(file, log) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const applied = lines.map((line) => {
    const { key, recordId, version, cursor } = JSON.parse(line);
    return { id: key, recordId, version, cursor };
  });
  const again = [...readFileSync(log, 'utf8').matchAll(/^again: (\S+)$/gm)];
  return [...applied, ...again.map(([, id]) => ({ id }))];
}

/** Keeps a cursor beside the notes. The file is whole at any time: it is written aside and moved. */
export function cursorIn(file) {
  return {
    load: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    save(cursor) {
      writeFileSync(`${file}.new`, cursor);
      renameSync(`${file}.new`, file);
    },
  };
}
