import { examplesIn } from './example';

/** Every question of `examples/`, by number; the first one is answered when the page opens. */
export const examples = examplesIn(
  import.meta.glob<string>('../examples/*.{graphql,variables.json}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
