import { readFile } from 'node:fs/promises';
import { demoId } from '../features/demo/demo-ids.rule';
import { Writer } from '../features/record/commands.service';
import { Marking } from '../features/record/record.entity';
import { SourceTextService } from '../features/source/source-text.service';
import { Change } from '../platform/change/change';
import { OperatorError } from '../platform/operator-error';
import { typeIdOf } from '../platform/type-id';
import { withRecords } from './command-database';
import type { Config } from './config';
import type { Database } from './database';
import { demoOf } from './load-demo';
import { projections } from './projections';

/** The operator's command. The file is read as it is: a hash says whether it is the text that was read when the claims were recorded. */
export async function attachText(config: Config, source: string, file: string): Promise<string> {
  const text = await textOf(file);
  const id = sourceIdOf(source);
  await withRecords(config, (database) => attach(database, id, text));
  return `The text is attached to ${id}; its passages show their quotes.`;
}

/** Attaches a text whose hashes agree, headings included; otherwise changes nothing. */
export async function attach(database: Database, sourceId: string, text: string): Promise<void> {
  const change = new Change(database.writer, database.catalog, projections);
  await new SourceTextService(change, new Writer('command line', true, Marking.RED)).attachText(
    sourceId,
    text,
  );
  await demoOf(database).nameHeadings(sourceId);
}

/** Sources of the demo may be named as `docs/data.md` lists them: `SRC_A`. */
function sourceIdOf(source: string): string {
  return /^[A-Z]+_[A-Z]+$/.test(source) ? typeIdOf('source', demoId(source)) : source;
}

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    throw new OperatorError(`${file} cannot be read as UTF-8 text: ${(error as Error).message}`);
  }
}
