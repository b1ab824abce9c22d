import { GDELT } from '../../src/features/import/gdelt.service';
import { importing } from '../harness/importing';
import { demoQuestions, ID, labels } from './demo-world';

const question = demoQuestions();

question('12. Find al-Ghanmi, get al-Qanemi', async ({ search }) => {
  expect(search.nodes[0]).toMatchObject({ record: { label: 'Othman al-Qanemi' } });
  expect(search.nodes[0].record.id).toBe(ID.QANEMI);
  expect(search.nodes[0].score).toBeGreaterThan(0);
  expect(search.nodes[0].excerpts.map(({ match }: { match: string }) => match)).toContain('al-Qanemi');
  // Of other names nobody is told that they were meant.
  expect(labels(search.nodes.map(({ record }: { record: { label: string } }) => record))).toEqual([
    'Othman al-Qanemi',
  ]);
});

question('34. Rows the last import rejected, with reasons', async ({ importRuns }, { world, again }) => {
  expect(importRuns).toEqual([]);

  const row = (id: string, day: string) => {
    const cells = Array<string>(61).fill('');
    for (const [at, value] of [
      [0, id],
      [1, day],
      [5, 'QAT'],
      [6, 'QATAR'],
      [7, 'QAT'],
      [15, 'IRQ'],
      [16, 'IRAQ'],
      [17, 'IRQ'],
      [25, '1'],
      [26, '040'],
      [27, '040'],
      [28, '04'],
      [59, '20210301000000'],
      [60, 'https://news.example.org/1'],
    ] as const)
      cells[at] = value;
    return cells.join('\t');
  };
  await importing(world.api, GDELT, `${row('1', '20210301')}\n${row('2', '20211399')}\n`);

  const [run] = (await again()).importRuns;
  expect(run).toMatchObject({ dataset: 'gdelt', status: 'COMPLETED', read: 2, accepted: 1, rejected: 1 });
  expect(run.rejections.nodes).toEqual([
    { row: 2, field: 'SQLDATE', value: '20211399', reason: 'BAD_DATE', message: expect.any(String) },
  ]);
});
