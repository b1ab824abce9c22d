import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: 'A topic or an agreement on the agenda.' })
@Entity('agenda_item')
export class AgendaItem extends Part {
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('topic')
  topicId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('agreement')
  agreementId: string | null;

  @Field(() => Centrality, { nullable: true, description: 'How central; null if not said.' })
  @Column({ type: 'text', nullable: true })
  centrality: Centrality | null;

  @Field(() => [Treatment], { description: 'What was done with it.' })
  @Column({ type: 'text', array: true })
  treatments: Treatment[];
}

export enum Centrality {
  MAIN = 'MAIN',
  SECONDARY = 'SECONDARY',
}

registerEnumType(Centrality, {
  name: 'Centrality',
  description: 'How central an agenda item was.',
  valuesConfig: {
    MAIN: { description: 'In the centre.' },
    SECONDARY: { description: 'Beside it.' },
  },
});

export enum Treatment {
  REVIEWED = 'REVIEWED',
  EXPLORED = 'EXPLORED',
}

registerEnumType(Treatment, {
  name: 'Treatment',
  description: 'What was done with an agenda item. What was agreed is an agreement or a commitment.',
  valuesConfig: {
    REVIEWED: { description: 'Existing work was reviewed.' },
    EXPLORED: { description: 'New ways were explored.' },
  },
});
