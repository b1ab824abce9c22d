import type { Example } from './example';

export interface ExampleGroup {
  title: string;
  examples: Example[];
}

const groups: { title: string; numbers: number[] }[] = [
  { title: 'Engagements', numbers: [1, 6, 7, 16, 22, 27, 28, 37, 39] },
  { title: 'People and agreements', numbers: [2, 10, 11, 13, 14, 15, 26, 29] },
  { title: 'Relationships and motives', numbers: [17, 18, 19, 20, 21, 23] },
  { title: 'Counts and networks', numbers: [35, 36] },
  { title: 'Sources and evidence', numbers: [4, 5, 9, 24, 30, 38] },
  { title: 'Limits of what is known', numbers: [3, 8, 25] },
  { title: 'Search, duplicates and imports', numbers: [12, 33, 34] },
  { title: 'Changes', numbers: [31, 32] },
];

/** Sorts the examples by what they ask about. One that nobody has sorted yet is still offered, last. */
export function grouped(examples: Example[]): ExampleGroup[] {
  const sorted = new Set(groups.flatMap(({ numbers }) => numbers));
  return [
    ...groups.map(({ title, numbers }) => ({
      title,
      examples: examples.filter(({ number }) => numbers.includes(number)),
    })),
    { title: 'More', examples: examples.filter(({ number }) => !sorted.has(number)) },
  ].filter(({ examples }) => examples.length > 0);
}
