import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Part } from '../record/record.entity';

@ObjectType({
  implements: Part,
  description: 'A link between engagements other than nesting. Part of `from`.',
})
@Entity('engagement_link')
export class EngagementLink extends Part {
  @Field(() => EngagementLinkKind, { description: 'stands so to' })
  @Column({ type: 'text' })
  kind: EngagementLinkKind;

  @Column({ type: 'uuid', nullable: false })
  @ForeignKey('engagement')
  toId: string;
}

export enum EngagementLinkKind {
  ATTENDS = 'ATTENDS',
  SIDELINES_OF = 'SIDELINES_OF',
  FOLLOW_UP_OF = 'FOLLOW_UP_OF',
  PREPARES = 'PREPARES',
  EXAMPLE_OF = 'EXAMPLE_OF',
}

registerEnumType(EngagementLinkKind, {
  name: 'EngagementLinkKind',
  description: 'How one engagement stands to another.',
  valuesConfig: {
    ATTENDS: { description: 'A visit was made to attend the other.' },
    SIDELINES_OF: { description: 'Held on the sidelines of the other.' },
    FOLLOW_UP_OF: { description: 'Follows up on the other.' },
    PREPARES: { description: 'Prepares the other.' },
    EXAMPLE_OF: { description: 'Named as one of the several of the other.' },
  },
});
