import type { Load } from '../../platform/change/load';

/** One row of a file, taken apart. */
export interface DatasetRow {
  /** The line in the file, from 1; of a row over several lines the first. */
  line: number;
  cells: readonly string[];
}

/** Why rows are refused. */
export type Refusal =
  | 'MALFORMED_ROW'
  | 'BAD_ENCODING'
  | 'BAD_DATE'
  | 'BAD_NUMBER'
  | 'MISSING_VALUE'
  | 'CONTRADICTION';

/** Something that is kept as it was read, though nobody knows what it stands for. */
export interface Oddity {
  /** What sort of value. Examples: `CAMEO code`, `state`, `participant`, `in force before signature`. */
  kind: string;
  value: string;
}

/** What a dataset makes of a row, before anything is asked of the database. */
export type Reading<F> =
  /** Out of the domain, counted by code. */
  | { is: 'SKIPPED'; code: string }
  | { is: 'REJECTED'; reason: Refusal; field: string | null; value: string | null; message: string }
  | {
      is: 'FACT';
      /** What names the row within the dataset, for ever. Rows without a name of their own: see `Dialect.isNamedByContent`. */
      externalId: string;
      fact: F;
      oddities?: readonly Oddity[];
    };

/** How rows stand in a file. */
export interface Format {
  delimiter: '\t' | ',' | ';';
  /** Whether values may stand in double quotes, with line breaks in them. */
  isQuoted: boolean;
  hasHeader: boolean;
}

/** One form in which a dataset is handed on. */
export interface Dialect<F> {
  /** Example: `GDELT 2.0, tab, 61 columns`. */
  name: string;
  version: string | null;
  format: Format;
  /** Rows have no names: equal rows are told apart by how often they came before, which the engine adds to `externalId`. */
  isNamedByContent?: boolean;
  read(row: DatasetRow): Reading<F>;
}

/** A fact that is to be written: new, or told otherwise than the last time. */
export interface ImportedFact<F> {
  externalId: string;
  line: number;
  fact: F;
  /** Its row was imported before with other content: parts that it no longer holds are to be withdrawn. */
  isChanged: boolean;
}

/** Says of each fact which record it wrote, by external id; null where it added nothing to what stood there. */
export type Written = ReadonlyMap<string, string | null>;

/** Makes records of facts. Made once a run, so it may remember what it looked up. */
export interface DatasetWriter<F> {
  /** Adds to `load` all that shall stand by these facts. Oddities that only now come to light go to `odd`. */
  write(
    facts: readonly ImportedFact<F>[],
    load: Load,
    odd: (line: number, oddity: Oddity) => void,
  ): Promise<Written>;
}

/** What a writer may ask of the database before its batch is written. */
export interface DatasetWorld {
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  catalog: import('../../platform/read/catalog').Catalog;
  /** The name of the file, for statements and reasons. */
  file: string;
}

export interface Dataset<F> {
  /** As on the command line. Example: `un-treaties`. */
  name: string;
  /** Example: `United Nations Treaty Collection`. */
  title: string;
  /** Which form a file has, by its first lines (up to 64 KB of text); null: none of this dataset. */
  dialectOf(head: string): Dialect<F> | null;
  /** What a skipped code means, for whoever reads the run. */
  codeLabel(code: string): string | null;
  /** How many facts are written at a time; absent: 500. For facts of very many parts, fewer keep memory low. */
  batchFacts?: number;
  writer(world: DatasetWorld): DatasetWriter<F>;
}
