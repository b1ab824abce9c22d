import type { Reader } from '../../platform/read/reader';
import {
  type ContextEvent,
  ContextEventActor,
  ContextEventRole,
} from '../context-event/context-event.entity';
import { Place } from '../place/place.entity';
import { Actor } from './actor.entity';

/** Whom it touches says most about an event; who imposed it, if nobody else is named. */
const SHOWN_FIRST = [ContextEventRole.TARGET, ContextEventRole.AFFECTED, ContextEventRole.IMPOSER];

/** Made of actors, so not in context-event/, which knows none. */
export class ContextEventLabels {
  constructor(private readonly reader: Reader) {}

  /** "Blockade, Qatar, in 2017". */
  async label(event: ContextEvent): Promise<string> {
    const where = (await this.#actors(event)) || (await this.reader.one(Place, event.placeId))?.label;
    return [worded(event.kind), where, event.when?.text ?? dated(event.when?.edtf)]
      .filter(Boolean)
      .join(', ');
  }

  async #actors(event: ContextEvent): Promise<string> {
    const parts = await this.reader.parts(ContextEventActor, event.id);
    const role = SHOWN_FIRST.find((each) => parts.some((part) => part.role === each));
    const shown = await Promise.all(
      parts.filter((part) => part.role === role).map((part) => this.reader.one(Actor, part.actorId)),
    );
    return shown.flatMap((actor) => actor?.label ?? []).join(', ');
  }
}

/** An interval without a known end reads as its beginning. */
const dated = (edtf: string | null | undefined) => edtf?.replace(/\/(\.\.)?$/, '');

const worded = (kind: string) => kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ');
