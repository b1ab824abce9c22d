// What a subscriber writes down of each event once it has dealt with it: a line, in one write, which survives the process.
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';

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

/** How many lines a file has by now; each call reads what is new. */
export function lineCounter(file) {
  let at = 0;
  let count = 0;
  const buffer = Buffer.alloc(1 << 20);
  return () => {
    if (!existsSync(file)) return 0;
    const fd = openSync(file, 'r');
    for (let got = readSync(fd, buffer, 0, buffer.length, at); got > 0; ) {
      for (let i = 0; i < got; i++) if (buffer[i] === 10) count += 1;
      at += got;
      got = readSync(fd, buffer, 0, buffer.length, at);
    }
    closeSync(fd);
    return count;
  };
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
