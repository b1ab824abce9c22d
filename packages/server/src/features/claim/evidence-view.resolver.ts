import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import { Source } from '../source/source.entity';
import { Claim } from './claim.entity';
import { Absence, Origin, Reading } from './evidence-view.entity';

@Resolver(() => Absence)
export class AbsenceResolver {
  @FieldResolver(() => [Claim], { description: 'Who says so (at most 20).' })
  claims(@Root() { claimIds }: Absence, @Using() { evidence }: Services): Promise<Claim[]> {
    return evidence.claims(claimIds);
  }
}

@Resolver(() => Reading)
export class ReadingResolver {
  @FieldResolver(() => Claim, { description: 'Where it comes from.' })
  claim(@Root() { claimId }: Reading, @Using() { reader }: Services): Promise<Claim | null> {
    return reader.one(Claim, claimId);
  }
}

@Resolver(() => Origin)
export class OriginResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who speaks there.' })
  speaker(@Root() { speakerId }: Origin, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, speakerId);
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: 'The text; null if only the speaker is known.',
  })
  source(@Root() { sourceId }: Origin, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, sourceId);
  }

  @FieldResolver(() => [Source], { description: 'Sources that carry it (at most 50).' })
  via(@Root() origin: Origin, @Using() { origins }: Services): Promise<Source[]> {
    return origins.via(origin);
  }
}
