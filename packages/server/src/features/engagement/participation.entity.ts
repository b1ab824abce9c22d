import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Level } from '../actor/position.entity';
import { Part, RowNumber } from '../record/record.entity';

@ObjectType({ implements: Part, description: "Somebody's part in an engagement." })
@Entity('participation')
export class Participation extends Part {
  @Field(() => ParticipationRole, { description: 'In what role.' })
  @Column({ type: 'text' })
  role: ParticipationRole;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  actorId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The wording, if unnamed. Example: `Qatari officials`.',
  })
  @Column({ type: 'text', nullable: true })
  descriptor: string | null;

  @Field(() => RowNumber, { description: 'SEVERAL for an unnamed plural.' })
  @Column({ type: 'text' })
  number: RowNumber;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('tenure')
  tenureId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  onBehalfOfId: string | null;

  @Field(() => Level, { nullable: true, description: 'The level; that of the office, unless stated.' })
  @Column({ type: 'smallint', nullable: true })
  level: Level | null;
}

export enum ParticipationRole {
  HOST = 'HOST',
  VISITOR = 'VISITOR',
  PARTICIPANT = 'PARTICIPANT',
  CHAIR = 'CHAIR',
  MEDIATOR = 'MEDIATOR',
  OBSERVER = 'OBSERVER',
  INVITER = 'INVITER',
  SENDER = 'SENDER',
}

registerEnumType(ParticipationRole, {
  name: 'ParticipationRole',
  description: 'Roles in an engagement.',
  valuesConfig: {
    HOST: { description: 'It received the others.' },
    VISITOR: { description: 'It travelled.' },
    PARTICIPANT: { description: 'It took part.' },
    CHAIR: { description: 'It presided.' },
    MEDIATOR: { description: 'It mediated.' },
    OBSERVER: { description: 'It watched.' },
    INVITER: { description: 'It invited; not present, counts for no level, gap or network.' },
    SENDER: { description: 'It sent another; not present, counts for no level, gap or network.' },
  },
});
