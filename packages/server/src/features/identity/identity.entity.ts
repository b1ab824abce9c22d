import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { DateTime } from '../../platform/scalars';
import { type Marking, Node } from '../record/record.entity';

export enum IdentityStatus {
  CANDIDATE = 'CANDIDATE',
  SAME = 'SAME',
  DIFFERENT = 'DIFFERENT',
}

registerEnumType(IdentityStatus, {
  name: 'IdentityStatus',
  description: 'Verdicts on two records.',
  valuesConfig: {
    CANDIDATE: { description: 'They may be one.' },
    SAME: { description: 'They are one: each keeps its id, counts take them once.' },
    DIFFERENT: { description: 'They are two.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'A verdict, or a guess, on whether two records are one.',
})
@Entity('identity')
export class Identity extends Node {
  /** Of both records, as their table is called. */
  @Column({ type: 'text' })
  type: string;

  /** The record with the smaller id. */
  @Column({ type: 'uuid' })
  @ForeignKey('record')
  oneId: string;

  @Column({ type: 'uuid' })
  @ForeignKey('record')
  otherId: string;

  /** That of the stricter of the two records. */
  @Column({ type: 'smallint' })
  marking: Marking;

  @Field(() => IdentityStatus, { description: 'The verdict.' })
  @Column({ type: 'text' })
  status: IdentityStatus;

  @Field(() => Float, { nullable: true, description: 'How alike, 0 to 1; null if an editor said so.' })
  @Column({ type: 'double precision', nullable: true })
  score: number | null;

  /** What was found, in words; what the editor said stands in `reason`. */
  @Column({ type: 'text', array: true })
  reasons: string[];

  /** Other records that the reasons name, and which they must not outlive. */
  @Column({ type: 'uuid', array: true })
  restsOn: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Who decided; null for a candidate that was found.',
  })
  @Column({ type: 'text', nullable: true })
  decidedBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Whether nothing was said of the two since. */
  @Column({ type: 'boolean' })
  isLatest: boolean;
}
