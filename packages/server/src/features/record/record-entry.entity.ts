import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Marking } from './record.entity';

/** A row a root, so that claims, names and history point at any of them by one foreign key. */
@Entity('record')
export class RecordEntry {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'smallint' })
  marking: Marking;

  /** Counts the changes that a reader cleared for the record can see, from 1. */
  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;

  @Column({ type: 'timestamptz', precision: 3 })
  changedAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedFrom: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expungedAt: Date | null;
}
