import { Arg, Args, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { TopicRef } from '../record/reference.input';
import { Topic } from './topic.entity';
import { TopicInput } from './topic.input';

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'One topic.' })
  topic(
    @Arg('ref', () => TopicRef, { description: 'An id, or a slug such as `border-security`.' }) ref: string,
    @Using() { topics }: Services,
  ): Promise<Topic | null> {
    return topics.byRef(ref);
  }

  @Query(() => [Topic], { description: 'The topic tree, flat, parents before children (at most 1000).' })
  topics(
    @Arg('below', () => TopicRef, { nullable: true, description: 'Only this one and those below it.' }) below:
      | string
      | null,
    @Using() { topics }: Services,
  ): Promise<Topic[]> {
    return topics.tree(below);
  }

  @Mutation(() => Topic, { nullable: true, description: 'Records a topic.' })
  async recordTopic(
    @Arg('input', () => TopicInput, { description: 'What to record.' }) input: TopicInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Topic | null> {
    return reader.one(Topic, await recording.topics.record(input, idempotencyKey));
  }

  @Mutation(() => Topic, { nullable: true, description: 'Changes a topic.' })
  async amendTopic(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => TopicInput, { description: 'What changes.' }) input: TopicInput,
    @Using() { recording, reader }: Services,
  ): Promise<Topic | null> {
    return reader.one(Topic, await recording.topics.amend(args, input));
  }

  @FieldResolver(() => Topic, { nullable: true, description: 'The broader topic.' })
  parent(@Root() topic: Topic, @Using() { reader }: Services): Promise<Topic | null> {
    return reader.one(Topic, topic.parentId);
  }

  @FieldResolver(() => [Topic], { description: 'The narrower topics (at most 100).' })
  children(@Root() topic: Topic, @Using() { topics }: Services): Promise<Topic[]> {
    return topics.children(topic);
  }
}
