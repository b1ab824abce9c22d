import type { GraphiQLPlugin } from '@graphiql/react';
import { useGraphiQL } from '@graphiql/react';
import { grouped } from './example-group';
import { examples } from './examples';
import { useOpenExample } from './open-example';

const groups = grouped(examples);

function ExamplesPanel() {
  const open = useOpenExample();
  const query = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query);

  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>One click opens a question and asks it. Your own queries are kept in their tabs.</p>
      {groups.map(({ title, examples }) => (
        <details key={title} open>
          <summary>{title}</summary>
          <ul>
            {examples.map((example) => (
              <li key={example.number}>
                <button type="button" aria-current={example.query === query} onClick={() => open(example)}>
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 4.5h.01M7 4.5h10M3 10h.01M7 10h10M3 15.5h.01M7 15.5h10" />
    </svg>
  );
}

export const examplesPlugin: GraphiQLPlugin = {
  title: 'Examples',
  icon: ExamplesIcon,
  content: ExamplesPanel,
};
