import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node, OwnedRow } from '../record/record.entity';

@ObjectType({
  implements: Node,
  description: 'A stretch of a source, by the W3C TextQuote and TextPosition selectors.',
})
@Entity('passage')
export class Passage extends OwnedRow {
  @Field(() => String, {
    nullable: true,
    description: 'The exact text, misprints kept; null where it may not be shown.',
  })
  @Column({ type: 'text', nullable: true })
  quote: string | null;

  @Field(() => String, { description: 'SHA-256 of the exact text.' })
  @Column({ type: 'text' })
  quoteHash: string;

  @Field(() => String, { nullable: true, description: 'What stands before it.' })
  @Column({ type: 'text', nullable: true })
  prefix: string | null;

  @Field(() => String, { nullable: true, description: 'What stands after it.' })
  @Column({ type: 'text', nullable: true })
  suffix: string | null;

  @Field(() => Int, { description: 'Where it begins, in Unicode code points from 0.' })
  @Column({ type: 'integer', name: 'start_offset' })
  start: number;

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  @Column({ type: 'integer', name: 'end_offset' })
  end: number;

  @Field(() => String, { nullable: true, description: 'The section heading above it.' })
  @Column({ type: 'text', nullable: true })
  heading: string | null;
}
