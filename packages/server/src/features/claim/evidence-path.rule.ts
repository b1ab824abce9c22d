import { DomainError } from '../../platform/errors';
import { TargetRole } from '../record/claim-terms.entity';
import type { Evidenced } from '../record/evidence.service';

/** A target as it will stand. */
export interface TargetSketch {
  role: TargetRole;
  targetId: string | null;
  partId: string | null;
  partType: string | null;
  field: string | null;
  descriptor: string | null;
}

/** The fields of a part by the name of its table; null of rows that are too small for evidence of their own. */
export type FieldsOfPart = (type: string) => readonly string[] | null;

/** What a claim inside an input supports: the places that `paths` name in it, or the whole. */
export function targetsOfPaths(
  evidenced: Evidenced,
  paths: readonly string[] | null | undefined,
  fieldsOfPart: FieldsOfPart,
  at: (index: number) => string,
): TargetSketch[] {
  if (paths == null || paths.length === 0) return [subject(evidenced, {})];
  const found = paths.map((path, index) => {
    const place = placeOf(evidenced, path, fieldsOfPart);
    if (place !== null) return subject(evidenced, place);
    const example = Object.keys(evidenced.lists)[0];
    throw new DomainError(
      'BAD_USER_INPUT',
      `${at(index)} names nothing of the input: "${path.slice(0, 60)}"; write a field such as "${evidenced.fields[0]}"${example ? ` or an item such as "${example}.0"` : ''}`,
      { field: at(index) },
    );
  });
  const seen = new Set<string>();
  return found.filter((target) => {
    const key = JSON.stringify(target);
    return !seen.has(key) && seen.add(key);
  });
}

type Place = Partial<Pick<TargetSketch, 'partId' | 'partType' | 'field'>>;

function placeOf({ lists, fields }: Evidenced, path: string, fieldsOfPart: FieldsOfPart): Place | null {
  const [list = '', index, field, ...more] = path.split('.');
  if (index === undefined)
    return fields.includes(list) || Object.hasOwn(lists, list) ? { field: list } : null;
  const items = Object.hasOwn(lists, list) ? lists[list] : undefined;
  const id = /^(0|[1-9]\d*)$/.test(index) ? items?.ids[Number(index)] : undefined;
  if (!items || id === undefined || more.length > 0) return null;
  const known = fieldsOfPart(items.type);
  if (known === null) return field === undefined ? { field: list } : null;
  if (field === undefined) return { partId: id, partType: items.type };
  return known.includes(field) ? { partId: id, partType: items.type, field } : null;
}

function subject({ recordId, part }: Evidenced, place: Place): TargetSketch {
  return {
    role: TargetRole.SUBJECT,
    targetId: recordId,
    partId: place.partId ?? part?.id ?? null,
    partType: place.partType ?? part?.type ?? null,
    field: place.field ?? null,
    descriptor: null,
  };
}
