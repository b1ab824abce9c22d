import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { TargetRole } from '../record/claim-terms.entity';
import { Node, OwnedRow } from '../record/record.entity';

@ObjectType({
  implements: Node,
  description: 'What a claim is about: a record, a part or field of it, or somebody unnamed.',
})
@Entity('claim_target')
export class ClaimTarget extends OwnedRow {
  @Field(() => TargetRole, { description: 'In what role.' })
  @Column({ type: 'text' })
  role: TargetRole;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('record')
  targetId: string | null;

  @Column({ type: 'uuid', nullable: true })
  partId: string | null;

  /** The table of the part. */
  @Column({ type: 'text', nullable: true })
  partType: string | null;

  @Field(() => String, { nullable: true, description: 'The field, if one. Example: `treatments`.' })
  @Column({ type: 'text', nullable: true })
  field: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The wording, if unnamed. Example: `some Arab countries`.',
  })
  @Column({ type: 'text', nullable: true })
  descriptor: string | null;
}
