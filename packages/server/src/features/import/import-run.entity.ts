import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { DateTime } from '../../platform/scalars';
import { Marking, Node } from '../record/record.entity';

export enum ImportStatus {
  RUNNING = 'RUNNING',
  COMPLETED = 'COMPLETED',
  INTERRUPTED = 'INTERRUPTED',
  FAILED = 'FAILED',
}

registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'How a run ended.',
  valuesConfig: {
    RUNNING: { description: 'Not yet.' },
    COMPLETED: { description: 'To the end.' },
    INTERRUPTED: { description: 'Broken off; a new run goes on.' },
    FAILED: { description: 'By an error.' },
  },
});

export enum RejectionReason {
  MALFORMED_ROW = 'MALFORMED_ROW',
  BAD_ENCODING = 'BAD_ENCODING',
  BAD_DATE = 'BAD_DATE',
  BAD_NUMBER = 'BAD_NUMBER',
  MISSING_VALUE = 'MISSING_VALUE',
  CONTRADICTION = 'CONTRADICTION',
}

registerEnumType(RejectionReason, {
  name: 'RejectionReason',
  description: 'Why rows are refused.',
  valuesConfig: {
    MALFORMED_ROW: { description: 'Wrong number of columns.' },
    BAD_ENCODING: { description: 'Not UTF-8.' },
    BAD_DATE: { description: 'Not a date.' },
    BAD_NUMBER: { description: 'Not a number.' },
    MISSING_VALUE: { description: 'A needed value is empty.' },
    CONTRADICTION: { description: 'Values exclude each other.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'One run of an importer. read = accepted + unchanged + skipped + rejected.',
})
@Entity('import_run')
export class ImportRun extends Node {
  @Field(() => Marking, { description: 'As high as the highest of what it wrote.' })
  @Column({ type: 'smallint' })
  marking: Marking;

  @Field(() => String, { description: 'Which dataset.' })
  @Column({ type: 'text' })
  dataset: string;

  @Field(() => String, { nullable: true, description: 'Its version.' })
  @Column({ type: 'text', nullable: true })
  datasetVersion: string | null;

  @Field(() => String, { description: 'The name of the file.' })
  @Column({ type: 'text' })
  file: string;

  @Field(() => String, {
    description: 'SHA-256 of the file. Of standard input it is known at the end, and empty until then.',
  })
  @Column({ type: 'text' })
  hash: string;

  @Field(() => ImportStatus, { description: 'How it ended.' })
  @Column({ type: 'text' })
  status: ImportStatus;

  @Field(() => Boolean, { description: 'Whether nothing was written.' })
  @Column({ type: 'boolean' })
  isDryRun: boolean;

  @Field(() => DateTime, { description: 'When it began.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt: Date | null;
}

@ObjectType({ implements: Node, description: 'A row refused.' })
@Entity('import_rejection')
export class ImportRejection extends Node {
  @Column({ type: 'uuid' })
  @ForeignKey('import_run')
  runId: string;

  @Column({ type: 'smallint' })
  marking: Marking;

  @Field(() => Int, { name: 'row', description: 'The line in the file, from 1.' })
  @Column({ type: 'integer' })
  line: number;

  @Field(() => String, { nullable: true, description: 'The column.' })
  @Column({ type: 'text', nullable: true })
  field: string | null;

  @Field(() => String, { nullable: true, description: 'The raw value, at most 200 characters.' })
  @Column({ type: 'text', nullable: true })
  value: string | null;

  @Field(() => RejectionReason, { description: 'What sort of reason.' })
  @Column({ type: 'text' })
  reason: RejectionReason;

  @Field(() => String, { description: 'It in words.' })
  @Column({ type: 'text' })
  message: string;
}

@ObjectType({ description: 'Rows out of scope that bear the same code.' })
export class SkippedCode {
  @Field(() => String, { description: 'The code. Example: `190`.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'What it means, if the dataset says.' })
  label: string | null;

  @Field(() => Int, { description: 'How many rows.' })
  count: number;
}

@ObjectType({ description: 'A value that was kept as it was read, though nobody knows what it stands for.' })
export class ImportWarning {
  @Field(() => String, { description: 'What sort of value. Example: `state`.' })
  kind: string;

  @Field(() => String, { description: 'The value, at most 200 characters.' })
  value: string;

  @Field(() => Int, { description: 'How many rows.' })
  count: number;

  @Field(() => Int, { description: 'The first line in the file that holds it, from 1.' })
  firstRow: number;
}
