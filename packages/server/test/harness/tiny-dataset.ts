import type { Dataset, DatasetWriter, Dialect, Reading } from '../../src/features/import/dataset.rule';
import { Name, NameKind } from '../../src/features/record/name.entity';
import { Topic } from '../../src/features/topic/topic.entity';
import { fold } from '../../src/platform/fold';
import { importedId } from '../../src/platform/imported-id';

export interface TinyFact {
  id: string;
  title: string;
  parent: string | null;
}

/** Topics, a row each: `id,title,parent`. Small enough to say in a test what a row does. */
function read({ cells, line }: { cells: readonly string[]; line: number }): Reading<TinyFact> {
  const [id, title, parent] = cells;
  const refused = (
    reason: Extract<Reading<TinyFact>, { is: 'REJECTED' }>['reason'],
    field: string | null,
    value: string | null,
    message: string,
  ): Reading<TinyFact> => ({ is: 'REJECTED', reason, field, value, message });
  if (cells.length !== 3 || id === undefined || title === undefined)
    return refused('MALFORMED_ROW', null, cells.join(','), `Line ${line} has ${cells.length} columns, not 3`);
  if (title === '') return refused('MISSING_VALUE', 'title', '', 'title is empty');
  if (title.startsWith('war')) return { is: 'SKIPPED', code: title };
  return {
    is: 'FACT',
    externalId: id,
    fact: { id, title, parent: parent || null },
    oddities: title.includes('?') ? [{ kind: 'title', value: title }] : [],
  };
}

const DIALECT: Dialect<TinyFact> = {
  name: 'comma, three columns',
  version: '1',
  format: { delimiter: ',', isQuoted: true, hasHeader: true },
  read,
};

export const topicId = (id: string) => importedId('tiny', 'topic', id);

function writer(catalog: Parameters<Dataset<TinyFact>['writer']>[0]['catalog']): DatasetWriter<TinyFact> {
  const rowsOf = ({ id, title, parent }: TinyFact, recordId: string) =>
    [
      [
        Topic,
        catalog.shape(Topic).create({
          id: recordId,
          marking: 0,
          label: title,
          slug: `tiny-${id.toLowerCase()}`,
          ploverContext: null,
          parentId: parent === null ? null : topicId(`parent ${parent}`),
        }),
      ],
      [
        Name,
        catalog.shape(Name).create({
          id: importedId('tiny', 'name', recordId),
          recordId,
          ordinal: 0,
          marking: 0,
          value: title,
          folded: fold(title),
          kind: NameKind.COMMON,
        }),
      ],
    ] as const;
  return {
    async write(facts, load) {
      return new Map(
        facts.map(({ externalId, fact, isChanged }) => {
          if (fact.title === 'same') return [externalId, null];
          if (fact.parent !== null) {
            const title = `parent ${fact.parent}`;
            const rows = rowsOf({ id: `parent-${fact.parent}`, title, parent: null }, topicId(title));
            load.ensure('topic', topicId(title), 0, () => rows as never);
          }
          const recordId = topicId(externalId);
          load.put('topic', recordId, 0);
          for (const [entity, row] of rowsOf(fact, recordId)) load.add(entity as never, row, isChanged);
          return [externalId, recordId];
        }),
      );
    },
  };
}

export const TINY: Dataset<TinyFact> = {
  name: 'tiny',
  title: 'Tiny topics',
  dialectOf: (head) => (head.startsWith('id,title,parent') ? DIALECT : null),
  codeLabel: (code) => (code === 'war' ? 'War' : null),
  writer: ({ catalog }) => writer(catalog),
};
