import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { AttributionKind } from '../record/claim-terms.entity';
import { Node, OwnedRow } from '../record/record.entity';

@ObjectType({ implements: Node, description: "A step between a claim's source and who is said to say it." })
@Entity('attribution')
export class Attribution extends OwnedRow {
  @Field(() => Int, { description: 'The step, 1 nearest the source; speakers of one step speak jointly.' })
  @Column({ type: 'smallint', name: 'step' })
  order: number;

  @Field(() => AttributionKind, { description: 'What sort of speaker.' })
  @Column({ type: 'text' })
  kind: AttributionKind;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  speakerId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('tenure')
  tenureId: string | null;

  @Field(() => String, { nullable: true, description: 'The wording, if unnamed. Example: `news sources`.' })
  @Column({ type: 'text', nullable: true })
  descriptor: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('source')
  referencedSourceId: string | null;
}
