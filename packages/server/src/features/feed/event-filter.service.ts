import { uuidOf } from '../../platform/type-id';
import { refuseUnwieldy } from '../record/filter-tree.service';
import { RECORD_TYPES, type References } from '../record/references.query';
import type { EventFilter } from './event-filter.input';
import {
  allMatching,
  anyMatching,
  credibilityAtLeast,
  EVERYTHING,
  known,
  levelAtLeast,
  type Matcher,
  notMatching,
  ofEvent,
  ofKind,
  ofStatus,
} from './event-match.rule';

/** Looks up what the filter names, once. Trees too deep or too wide to be meant are refused before. */
export async function matcherOf(filter: EventFilter | null, references: References): Promise<Matcher> {
  if (filter === null) return EVERYTHING;
  refuseUnwieldy(filter, 'filter');
  return treeOf(filter, 'filter', references);
}

async function treeOf(filter: EventFilter, path: string, references: References): Promise<Matcher> {
  const all = (name: 'and' | 'or') =>
    Promise.all(
      (filter[name] ?? []).map((each, index) => treeOf(each, `${path}.${name}.${index}`, references)),
    );
  const [own, and, or, not] = await Promise.all([
    leafOf(filter, path, references),
    all('and'),
    all('or'),
    filter.not == null ? null : treeOf(filter.not, `${path}.not`, references),
  ]);
  const conditions = [
    ...own,
    ...and,
    ...(filter.or == null ? [] : [anyMatching(or)]),
    ...(not === null ? [] : [notMatching(not)]),
  ];
  return conditions.length === 0 ? EVERYTHING : allMatching(conditions);
}

async function leafOf(filter: EventFilter, path: string, references: References): Promise<Matcher[]> {
  const ids = (name: 'record' | 'sources', types: readonly string[]) =>
    filter[name]?.map((id, index) => uuidOf(id, types, `${path}.${name}.${index}`));
  const actors = async (name: 'between' | 'involving' | 'publishers') =>
    filter[name] &&
    Promise.all(filter[name].map((each, index) => references.actor(each, `${path}.${name}.${index}`)));
  const record = ids('record', RECORD_TYPES);
  const sources = ids('sources', ['source']);
  const [between, involving, publishers, topics] = await Promise.all([
    actors('between'),
    actors('involving'),
    actors('publishers'),
    filter.topics &&
      Promise.all(filter.topics.map((each, index) => references.topic(each, `${path}.topics.${index}`))),
  ]);
  const { recordType, change, engagementKind, agreementStatus, ...filtered } = filter;
  return [
    ...(recordType
      ? [
          ofEvent(
            'type',
            recordType.map((each) => each.toLowerCase()),
          ),
        ]
      : []),
    ...(record ? [ofEvent('record', record)] : []),
    ...(change ? [ofEvent('change', change)] : []),
    ...(between ?? []).map((id) => known('actor', [id])),
    ...(involving ? [known('actor', involving)] : []),
    ...(topics ? [known('topic', topics)] : []),
    ...(filtered.levelAtLeast ? [levelAtLeast(filtered.levelAtLeast)] : []),
    ...(engagementKind ? [ofKind(engagementKind)] : []),
    ...(agreementStatus ? [ofStatus(agreementStatus)] : []),
    ...(sources ? [known('source', sources)] : []),
    ...(publishers ? [known('publisher', publishers)] : []),
    ...(filtered.credibilityAtLeast ? [credibilityAtLeast(filtered.credibilityAtLeast)] : []),
  ];
}
