import type { Core } from './core.js';
import type { Fault } from './errors.js';
import { follow } from './follow.js';
import { type HasDocument, known } from './operation.js';
import type { AnyFrame, Stream, StreamOptions } from './stream.js';

type Follow<Variables, Frame extends AnyFrame> = <Options extends StreamOptions = object>(
  core: Core,
  variables?: Variables,
  options?: Options,
) => Stream<Frame, Options>;

/** Makes the function of a subscription. */
export function streaming<Variables extends object, Frame extends AnyFrame>(
  path: string,
  cost: number,
  ...texts: string[]
): Follow<Variables, Frame> & HasDocument {
  const document = known(path, cost, texts);
  const ask: Follow<Variables, Frame> = (core, variables, options) =>
    follow(core.settings, document, variables, options, (frame, errors) =>
      itemOf(frame, errors, options?.checkpoints),
    );
  return Object.assign(ask, { document });
}

/** A frame that is neither an event nor a record only moves the position; a newer server may know more of them. */
function itemOf(
  // biome-ignore lint/suspicious/noExplicitAny: what a frame holds depends on the document.
  { __typename: name, ...rest }: any,
  errors: readonly Fault[],
  checkpoints: boolean | undefined,
): unknown {
  const { event, record = event?.record ?? null } = rest;
  const { recordId = record?.id, recordVersion = record?.version } = event ?? {};
  if (recordId)
    return { kind: event ? 'change' : 'snapshot', ...rest, recordId, recordVersion, record, errors };
  return checkpoints && { kind: name[0].toLowerCase() + name.slice(1), ...rest };
}
