import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { AgreementStatusChange, EngagementChange, EventFrame } from './event.entity';
import { ChangeStreamArgs, EventStreamArgs } from './event-stream-args.input';
import { type FrameRoot, RequestedStream } from './requested-stream.rule';
import { streamRequest } from './stream-request.rule';

/** Says what is asked for. The engine makes one execution of it for all who ask the same, with the frame as its root. */
@Resolver()
export class SubscriptionResolver {
  @Subscription(() => EventFrame, {
    description: 'Everything that changes, with checkpoints, so that a narrow filter advances too.',
    subscribe: ({ args }) => new RequestedStream(streamRequest('events', args)),
  })
  events(@Root() { frame }: FrameRoot, @Args(() => EventStreamArgs) _: EventStreamArgs): EventFrame {
    return frame;
  }

  @Subscription(() => EngagementChange, {
    description: 'Changes of engagements: a typed view of the same log.',
    subscribe: ({ args }) => new RequestedStream(streamRequest('engagementChanged', args)),
  })
  engagementChanged(
    @Root() { frame }: FrameRoot,
    @Args(() => ChangeStreamArgs) _: ChangeStreamArgs,
  ): EventFrame {
    return frame;
  }

  @Subscription(() => AgreementStatusChange, {
    description: 'Agreements whose derived status changes: a typed view of the same log.',
    subscribe: ({ args }) => new RequestedStream(streamRequest('agreementStatusChanged', args)),
  })
  agreementStatusChanged(
    @Root() { frame }: FrameRoot,
    @Args(() => ChangeStreamArgs) _: ChangeStreamArgs,
  ): EventFrame {
    return frame;
  }
}
