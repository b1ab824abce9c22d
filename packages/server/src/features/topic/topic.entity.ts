import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { DomainRecord } from '../record/record.entity';

@ObjectType({ implements: DomainRecord, description: 'A subject matter, in a tree.' })
@Entity('topic')
export class Topic extends DomainRecord {
  /** The name to show, chosen from names that whoever sees the record sees too. */
  @Column({ type: 'text' })
  label: string;

  @Field(() => String, { description: 'Its readable key. Example: `border-security`.' })
  @Column({ type: 'text' })
  slug: string;

  @Field(() => String, {
    nullable: true,
    description: 'The PLOVER context it belongs to. Example: `terrorism`.',
  })
  @Column({ type: 'text', nullable: true })
  ploverContext: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('topic')
  parentId: string | null;
}
