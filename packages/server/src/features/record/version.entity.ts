import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DateTime, Json } from '../../platform/scalars';
import type { Marking } from './record.entity';

@ObjectType({ description: 'One version of a record.' })
@Entity('record_version')
export class Version {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  @ForeignKey('record')
  recordId: string;

  @Column({ type: 'text' })
  recordType: string;

  @Column({ type: 'smallint' })
  marking: Marking;

  @Field(() => Int, { description: 'Its number.' })
  @Column({ type: 'integer' })
  version: number;

  @Field(() => Change, { description: 'What made it.' })
  @Column({ type: 'text' })
  change: Change;

  @Field(() => [String], { description: 'Fields and parts that changed.' })
  @Column({ type: 'text', array: true })
  changed: string[];

  @Field(() => Json, {
    nullable: true,
    description: 'The changed values before; null for the first version.',
  })
  @Column({ type: 'jsonb', nullable: true })
  before: unknown;

  @Field(() => Json, { nullable: true, description: 'The changed values after.' })
  @Column({ type: 'jsonb', nullable: true })
  after: unknown;

  @Field(() => DateTime, { description: 'When.' })
  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Field(() => String, { description: 'The account or importer.' })
  @Column({ type: 'text' })
  by: string;

  @Field(() => String, { nullable: true, description: 'Why, if said.' })
  @Column({ type: 'text', nullable: true })
  reason: string | null;
}

/** Which fields and parts a version changed; the first one of a record does not say them again, since they are all it tells. */
export function changedIn({
  changed,
  before,
  after,
}: Pick<Version, 'changed' | 'before' | 'after'>): string[] {
  return before === null && changed.length === 0 ? Object.keys(after ?? {}) : changed;
}

export enum Change {
  RECORDED = 'RECORDED',
  AMENDED = 'AMENDED',
  STATUS_CHANGED = 'STATUS_CHANGED',
  DATE_PASSED = 'DATE_PASSED',
  IDENTIFIED = 'IDENTIFIED',
  RETRACTED = 'RETRACTED',
  REINSTATED = 'REINSTATED',
  EXPUNGED = 'EXPUNGED',
}

registerEnumType(Change, {
  name: 'Change',
  description: 'What can happen to a record.',
  valuesConfig: {
    RECORDED: { description: 'Recorded.' },
    AMENDED: { description: 'Changed.' },
    STATUS_CHANGED: { description: 'A derived status changed.' },
    DATE_PASSED: { description: 'An expected date went by.' },
    IDENTIFIED: { description: 'A verdict on its identity.' },
    RETRACTED: { description: 'Withdrawn.' },
    REINSTATED: { description: 'Its withdrawal was taken back.' },
    EXPUNGED: { description: 'Erased.' },
  },
});
