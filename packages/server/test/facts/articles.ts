import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config';

const FILES = { SRC_A: '000_95edbbc09dec6a97.txt', SRC_B: '004_a8b22af158ed9ab5.txt' };

/** The texts of the two articles, which are not ours to ship; null where `ENTENTE_TRIAL_DATA` does not lead to them. */
export function articles(): { SRC_A: string; SRC_B: string } | null {
  const folder = join(readConfig(process.env).trialData, 'articles');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  if (!Object.values(FILES).every((name) => existsSync(join(folder, name)))) return null;
  return { SRC_A: read(FILES.SRC_A), SRC_B: read(FILES.SRC_B) };
}

/** One quote of the table of facts: where it stands in its article, in code points, and its SHA-256. */
export interface Quote {
  fact: number;
  number: number;
  source: 'SRC_A' | 'SRC_B';
  start: number;
  end: number;
  hash: string;
}

export function quotes(): Quote[] {
  const [, ...rows] = readFileSync(join(__dirname, 'facts-offsets.csv'), 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [fact, number, article, start, end, , hash = ''] = row.trim().split(',');
    return {
      fact: Number(fact),
      number: Number(number),
      source: article === 'A' ? 'SRC_A' : 'SRC_B',
      start: Number(start),
      end: Number(end),
      hash,
    };
  });
}
