import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../platform/read/page';
import { Cursor } from '../../platform/scalars';
import { DomainRecord } from '../record/record.entity';

@ObjectType({ description: 'A match in its surroundings.' })
export class Excerpt {
  @Field(() => String, { description: 'In which field. Example: `names`.' })
  field: string;

  @Field(() => String, { description: 'What stands before.' })
  before: string;

  @Field(() => String, { description: 'What matches, verbatim.' })
  match: string;

  @Field(() => String, { description: 'What stands after.' })
  after: string;
}

@ObjectType({ description: 'A record found.' })
export class SearchHit {
  @Field(() => DomainRecord, { description: 'The record.' })
  record: DomainRecord;

  @Field(() => Float, { description: 'How well it matches, 0 to 1.' })
  score: number;

  /** What was typed. */
  text: string;
}

@ObjectType({ description: 'One record found, with its position.' })
export class SearchEdge {
  @Field(() => Cursor, { description: 'Its position, to be given as `after`.' })
  cursor: string;

  @Field(() => SearchHit, { description: 'The item.' })
  node: SearchHit;
}

@ObjectType({ description: 'What was found, the best first.' })
export class SearchConnection {
  @Field(() => [SearchHit], { description: 'The page.' })
  readonly nodes: SearchHit[];

  @Field(() => [SearchEdge], { description: 'The page, each item with its position.' })
  readonly edges: SearchEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  readonly pageInfo: PageInfo;

  @Field(() => Int, {
    description:
      'How many in the whole set; costs only when asked for. A search finds the best 1,000 and does not count beyond.',
  })
  readonly totalCount: number;

  @Field(() => [String], { description: 'Spellings you may have meant (at most 5).' })
  readonly suggestions: string[];
}
