import { type PartRow, replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import type { EntityClass } from '../../platform/read/catalog';
import { typeIdOf } from '../../platform/type-id';
import { existing, existingActor, existingTopic } from '../record/targets.query';
import { refuseLong } from '../record/wording.service';
import type { Agreement } from './agreement.entity';
import type { AgreementInput, AgreementPartyInput } from './agreement.input';
import { AgreementSuccession, AgreementTopic } from './agreement-link.entity';
import { AgreementParty } from './agreement-party.entity';

const MOST_PARTIES = 300;
const MOST_LINKS = 50;

/** Writes the lists of an agreement that its input gives, but for its actions; answers with the ids of its parties. */
export async function replaceAgreementParts(
  tx: Transaction,
  agreement: Agreement,
  input: AgreementInput,
): Promise<string[] | null> {
  await replaceTopics(tx, agreement, input.topics);
  await replaceSuccessions(tx, agreement, 'SUPERSEDES', 'supersedes', input.supersedes);
  await replaceSuccessions(tx, agreement, 'AMENDS', 'amends', input.amends);
  return replaceParties(tx, agreement, input.parties);
}

async function replaceParties(
  tx: Transaction,
  agreement: Agreement,
  parties: readonly AgreementPartyInput[] | null | undefined,
): Promise<string[] | null> {
  if (parties === undefined) return null;
  if (!parties?.length)
    throw new DomainError('BAD_USER_INPUT', 'parties is empty; an agreement names at least one party', {
      field: 'parties',
    });
  refuseLong(parties, 'parties', MOST_PARTIES);
  const paths = new Map<string, string>();
  return replaceParts(tx, agreement, parties, {
    entity: AgreementParty,
    field: 'parties',
    toRow: async ({ actor, side, appliesTo }, path) => {
      const actorId = String(await existingActor(tx, actor, `${path}.actor`));
      const earlier = paths.get(actorId);
      if (earlier !== undefined)
        throw new DomainError(
          'BAD_USER_INPUT',
          `${path}.actor is the party that ${earlier} names; name each once`,
          {
            field: `${path}.actor`,
          },
        );
      paths.set(actorId, path);
      return { actorId, side: side ?? null, appliesTo: appliesTo ?? [] };
    },
  });
}

async function replaceTopics(
  tx: Transaction,
  agreement: Agreement,
  topics: readonly string[] | null | undefined,
): Promise<void> {
  if (topics === undefined) return;
  refuseLong(topics, 'topics', MOST_LINKS);
  const ids: string[] = [];
  for (const [index, topic] of (topics ?? []).entries())
    ids.push(String(await existingTopic(tx, topic, `topics.${index}`)));
  await replaceLinks(tx, agreement, ids, AgreementTopic, 'topics', 'topicId');
}

async function replaceSuccessions(
  tx: Transaction,
  agreement: Agreement,
  kind: AgreementSuccession['kind'],
  field: 'supersedes' | 'amends',
  others: readonly string[] | null | undefined,
): Promise<void> {
  if (others === undefined) return;
  refuseLong(others, field, MOST_LINKS);
  const ids: string[] = [];
  for (const [index, other] of (others ?? []).entries()) {
    const id = String(await existing(tx, 'agreement', other, `${field}.${index}`));
    if (id === agreement.id)
      throw new DomainError('BAD_USER_INPUT', `${field}.${index} is the agreement itself; name another`, {
        field: `${field}.${index}`,
      });
    ids.push(id);
  }
  await replaceLinks(tx, agreement, ids, AgreementSuccession, field, 'toId', { kind });
}

/** Links without an id of their own are known by where they lead: those that are still named stay the rows they are. */
async function replaceLinks<T extends PartRow>(
  tx: Transaction,
  agreement: Agreement,
  ids: readonly string[],
  entity: EntityClass<T>,
  field: string,
  column: keyof T,
  fixed: Partial<T> = {},
): Promise<void> {
  const names = Object.keys(fixed) as (keyof T)[];
  const among = (row: T) => names.every((name) => row[name] === fixed[name]);
  const standing = (await tx.parts(entity, agreement.id)).filter(among);
  const { table } = tx.catalog.shape(entity);
  const items = [...new Set(ids)].map((target) => {
    const row = standing.find((each) => each[column] === target);
    return { target, id: row === undefined ? null : typeIdOf(table, row.id) };
  });
  await replaceParts(tx, agreement, items, {
    entity,
    field,
    among,
    toRow: ({ target }) => ({ ...fixed, [column]: target }) as Partial<T>,
  });
}
