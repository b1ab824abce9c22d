import { Arg, Args, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { RecordType } from '../feed/event.entity';
import { Excerpt, SearchConnection, SearchHit } from './search.entity';
import type { SearchPage } from './search.query';

@Resolver(() => SearchHit)
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Names and full text; accents, apostrophes and `al-` are folded, names compared by consonants.',
  })
  search(
    @Arg('text', () => String, { description: '2 to 200 characters. Example: `al-Ghanmi`.' }) text: string,
    @Arg('types', () => [RecordType], {
      nullable: true,
      description: 'Only these kinds of record. Absent: all.',
    })
    types: RecordType[] | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Using() { searching }: Services,
  ): SearchPage {
    return searching.search(text, types?.map((type) => type.toLowerCase()) ?? null, page);
  }

  @FieldResolver(() => [Excerpt], { description: 'Where it matches (at most 5).' })
  excerpts(@Root() hit: SearchHit, @Using() { searching }: Services): Promise<Excerpt[]> {
    return searching.excerpts(hit);
  }
}
