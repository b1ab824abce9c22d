import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import { refuseOwnAncestor } from '../record/ancestry.service';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { labelOf, replaceNames } from '../record/name.service';
import { Marking } from '../record/record.entity';
import { existingTopic } from '../record/targets.query';
import { refuseTaken, tryAnewIfTaken } from '../record/uniqueness.service';
import { refuseMissing, refuseUnfit } from '../record/wording.service';
import { Topic } from './topic.entity';
import type { TopicInput } from './topic.input';

const LONGEST_SLUG = 100;
const LONGEST_CONTEXT = 100;
const MOST_TOPICS = 1_000;
const MOST_CHILDREN = 100;

export class TopicService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
  ) {}

  record(input: TopicInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordTopic', { input }, idempotencyKey), async (tx) => {
      refuseMissing(input, ['slug', 'names'], 'a topic');
      const [count] = await tx.rows<{ all: number }>(
        sql`SELECT count(*)::integer AS all FROM topic WHERE retracted_at IS NULL`,
      );
      if ((count?.all ?? 0) >= MOST_TOPICS)
        throw new DomainError(
          'BAD_USER_INPUT',
          `There are ${MOST_TOPICS} topics, which is as many as can be; withdraw one first`,
        );
      const marking = input.marking ?? Marking.CLEAR;
      const row = tx.catalog.shape(Topic).create({ id: tx.begin('topic', marking), marking });
      return this.#write(tx, row, input, true);
    });
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: TopicInput): Promise<string> {
    const uuid = uuidOf(id, 'topic', 'id');
    const command = this.writer.command(
      'amendTopic',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'topic');
      const row = await tx.one(Topic, uuid);
      if (!row) throw DomainError.notFound('Topic', id);
      return this.#write(tx, row, input, false);
    });
  }

  async #write(tx: Transaction, row: Topic, input: TopicInput, isNew: boolean): Promise<string> {
    if (input.slug != null) refuseNoSlug(input.slug);
    if (input.ploverContext != null) refuseUnfit(input.ploverContext, 'ploverContext', LONGEST_CONTEXT);
    await merge(row, {
      slug: { given: input.slug, fallback: row.slug },
      ploverContext: { given: input.ploverContext },
      parentId: { given: input.parent, value: () => this.#parent(tx, row, String(input.parent)) },
      marking: { given: input.marking, fallback: row.marking },
    });
    await refuseTaken(tx, this.writer, 'topic', row, [{ field: 'slug', column: 'slug', value: row.slug }]);
    await replaceNames(tx, row, input.names);
    row.label = await labelOf(tx, row);
    await tryAnewIfTaken(isNew ? tx.insert(Topic, [row]) : tx.update(Topic, [row]));
    return row.id;
  }

  async #parent(tx: Transaction, { id, parentId: former }: Topic, parent: string): Promise<string | null> {
    const parentId = await existingTopic(tx, parent, 'parent');
    await refuseOwnAncestor(tx, 'topic', id, parentId);
    const [count] = await tx.rows<{ all: number }>(
      sql`SELECT count(*)::integer AS all FROM topic WHERE parent_id = ${parentId} AND retracted_at IS NULL`,
    );
    if (parentId !== former && (count?.all ?? 0) >= MOST_CHILDREN)
      throw new DomainError(
        'BAD_USER_INPUT',
        `parent has ${MOST_CHILDREN} narrower topics, which is as many as one can have`,
        { field: 'parent' },
      );
    return parentId;
  }
}

function refuseNoSlug(slug: string): void {
  if (slug.length > LONGEST_SLUG || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new DomainError(
      'BAD_USER_INPUT',
      `slug is lower-case words and figures joined by hyphens, at most ${LONGEST_SLUG} characters, such as border-security`,
      { field: 'slug' },
    );
}
