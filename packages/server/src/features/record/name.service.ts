import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { fold } from '../../platform/fold';
import { uuidOf } from '../../platform/type-id';
import { Name, NameKind } from './name.entity';
import type { NameInput } from './name.input';

/** The columns a spelling stands for. */
export function nameRow({ value, kind, language, firstSource }: NameInput, path: string): Partial<Name> {
  return {
    value,
    folded: fold(value),
    kind: kind ?? NameKind.COMMON,
    language: language ?? null,
    firstSourceId: firstSource == null ? null : uuidOf(firstSource, 'source', `${path}.firstSource`),
  };
}

export function replaceNames(
  tx: Transaction,
  owner: { id: string; marking: number },
  names: readonly NameInput[] | null | undefined,
) {
  return replaceParts(tx, owner, names, { entity: Name, field: 'names', toRow: nameRow });
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
