import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fold } from '../../platform/fold';
import { newId } from '../../platform/type-id';
import { Name, NameKind } from './name.entity';
import type { NameInput } from './name.input';
import { existing } from './targets.query';
import { refuseLong, refuseUnfit } from './wording.service';

const MOST_NAMES = 200;
const LONGEST_NAME = 1_000;

/** The columns a spelling stands for. `path` is where it stands in the input; empty where it is the input. */
export async function nameRow(tx: Transaction, input: NameInput, path = ''): Promise<Partial<Name>> {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  refuseUnfit(input.value, at('value'), LONGEST_NAME);
  if (path !== '' && input.evidence?.length)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${at('evidence')} is taken in recordName only; here give it in evidence with fields: ["${path}"]`,
      {
        field: at('evidence'),
      },
    );
  return {
    value: input.value,
    folded: fold(input.value),
    kind: input.kind ?? NameKind.COMMON,
    language: languageTag(input.language, at('language')),
    firstSourceId: await existing(tx, 'source', input.firstSource, at('firstSource')),
  };
}

/** Kept as written; BCP 47 only says whether it is well formed. */
function languageTag(tag: string | null | undefined, field: string): string | null {
  if (tag == null) return null;
  try {
    new Intl.Locale(tag);
  } catch {
    throw new DomainError('BAD_USER_INPUT', `${field} is no BCP 47 tag; write one such as ar or ar-Latn`, {
      field,
    });
  }
  return tag;
}

export function replaceNames(
  tx: Transaction,
  owner: { id: string; marking: number },
  names: readonly NameInput[] | null | undefined,
) {
  refuseLong(names, 'names', MOST_NAMES);
  return replaceParts(tx, owner, names, {
    entity: Name,
    field: 'names',
    toRow: (item: NameInput, path) => nameRow(tx, item, path),
  });
}

/** Adds a spelling to those a record has. */
export async function addName(
  tx: Transaction,
  owner: { id: string; marking: number },
  input: NameInput,
): Promise<string> {
  if (input.id != null)
    throw new DomainError('BAD_USER_INPUT', 'id is for lists; recordName adds a new spelling', {
      field: 'id',
    });
  const standing = await tx.parts(Name, owner.id);
  if (standing.length >= MOST_NAMES)
    throw new DomainError(
      'BAD_USER_INPUT',
      `It has ${MOST_NAMES} names, which is as many as a record can have`,
      { field: 'record' },
    );
  const values = await nameRow(tx, input);
  const ordinal = Math.max(-1, ...standing.map((name) => name.ordinal)) + 1;
  const row = tx.catalog
    .shape(Name)
    .create({ ...values, id: newId(), recordId: owner.id, ordinal, marking: owner.marking });
  await tx.insert(Name, [row]);
  return row.id;
}

const SHOWN_FIRST = [
  NameKind.COMMON,
  NameKind.OFFICIAL,
  NameKind.ALIAS,
  NameKind.TRANSLITERATION,
  NameKind.ACRONYM,
  NameKind.METONYM,
  NameKind.MISSPELLING,
];

/** The name to show: the usual one, else the next best. Only names that whoever sees the record sees. */
export function shownName(
  names: readonly Pick<Name, 'value' | 'kind' | 'marking'>[],
  marking: number,
): string | null {
  const ranked = names
    .filter((name) => name.marking <= marking)
    .map((name, index) => ({ name, rank: SHOWN_FIRST.indexOf(name.kind) * 1_000 + index }))
    .sort((a, b) => a.rank - b.rank);
  return ranked[0]?.name.value ?? null;
}

/**
 * The label of a record that is called by its names, and so must have one. While its marking is lowered its names are still marked as
 * it was; they follow it, and then so does the label.
 */
export async function labelOf(
  tx: Transaction,
  record: { id: string; marking: number; label: string | null },
): Promise<string> {
  const names = await tx.parts(Name, record.id);
  const label = shownName(names, record.marking) ?? record.label;
  if (names.length === 0 || label === null)
    throw new DomainError('BAD_USER_INPUT', 'names needs at least one name', { field: 'names' });
  return label;
}
