import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { Column, ForeignKey, PrimaryColumn } from 'typeorm';
import { tableOf } from '../../platform/read/catalog';
import { typeNames } from '../../platform/read/type-names';
import { DateTime } from '../../platform/scalars';

export enum Marking {
  CLEAR = 0,
  GREEN = 1,
  AMBER = 2,
  AMBER_STRICT = 3,
  RED = 4,
}

registerEnumType(Marking, {
  name: 'Marking',
  description:
    'Traffic Light Protocol 2.0, read as clearances in rising order. What is above yours does not exist for you.',
  valuesConfig: {
    CLEAR: { description: 'No limit.' },
    GREEN: { description: 'Within the community.' },
    AMBER: { description: 'Within the organization and its clients.' },
    AMBER_STRICT: { description: 'Within the organization only.' },
    RED: { description: 'For named recipients only.' },
  },
});

/** Named so because TypeScript's own `Number` stands in every file; in the schema it is `Number`. */
export enum RowNumber {
  ONE = 'ONE',
  SEVERAL = 'SEVERAL',
}

registerEnumType(RowNumber, {
  name: 'Number',
  description: 'Whether a row stands for one or for several of unknown number.',
  valuesConfig: {
    ONE: { description: 'One.' },
    SEVERAL: { description: 'Several in one row; counts skip it. Example: "further discussions".' },
  },
});

@ObjectType({ description: 'A withdrawal.' })
export class Retraction {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'The account or importer.' })
  by: string;

  @Field(() => String, { description: 'Why.' })
  reason: string;
}

@InterfaceType({ description: 'Anything that has an id.', resolveType: typeNames })
export abstract class Node {
  @Field(() => ID, { description: 'Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`.' })
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Which table it stands in; also the prefix of its id on the wire. */
  get table(): string {
    return tableOf(this);
  }
}

/** What every row of a root or part carries, for handling and history. */
export abstract class Row extends Node {
  @Column({ type: 'smallint' })
  marking: Marking;

  /** Since when the row stands as it is; its former states are in the history table. */
  @Column({ type: 'timestamptz', precision: 3 })
  recordedFrom: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  retractedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  retractedBy: string | null;

  @Column({ type: 'text', nullable: true })
  retractionReason: string | null;
}

@InterfaceType('Record', {
  implements: Node,
  description: 'A root of the domain: versioned, never overwritten, and what claims are about.',
  resolveType: typeNames,
})
@ForeignKey('record', ['id'], ['id'])
export abstract class DomainRecord extends Row {}

/** A row that belongs to one record and changes only through it. */
export abstract class OwnedRow extends Row {
  /** The record it belongs to. */
  @Column({ type: 'uuid' })
  @ForeignKey('record')
  recordId: string;

  /** Its place among the rows of its kind in the record. */
  @Column({ type: 'smallint' })
  ordinal: number;
}

@InterfaceType({
  implements: Node,
  description: 'A row that belongs to one record, changes only through it, and has evidence of its own.',
  resolveType: typeNames,
})
export abstract class Part extends OwnedRow {}
