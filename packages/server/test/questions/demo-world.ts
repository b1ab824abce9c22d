import { demoOf } from '../../src/app/load-demo';
import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';
import { textOf } from '../../src/features/demo/demo-note.rule';
import { NOTE_A } from '../../src/features/demo/note-a.data';
import { NOTE_B } from '../../src/features/demo/note-b.data';
import { Api } from '../harness/api';
import { asSuperuser, databaseOf, freshTestDatabase, testDatabase } from '../harness/postgres/test-database';
import { type Example, exampleTitled } from './examples';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape.
type Data = any;
type Input = { [field: string]: unknown };

/** The demo record as it is at the first start, what a test adds to it, and questions asked by somebody without a token. */
export class DemoWorld {
  private constructor(readonly api: Api) {}

  /** Loads the record once, so that `open` copies it. */
  static async prepare(): Promise<void> {
    const api = await Api.open(await freshTestDatabase());
    await demoOf(api.database).load();
    await api.sequence();
    await api.close();
    const { database, loaded } = names();
    await asSuperuser(...copy(database, loaded));
  }

  static async open(): Promise<DemoWorld> {
    const { database, loaded } = names();
    await asSuperuser(...copy(loaded, database));
    return new DemoWorld(await Api.open(testDatabase()));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  async ask({ query, variables }: Pick<Example, 'query' | 'variables'>, others: Input = {}): Promise<Data> {
    const { data, errors } = await this.api.read(0, query, { ...variables, ...others });
    if (errors) throw new Error(JSON.stringify(errors, null, 2));
    return data;
  }

  /** An outlet with an article of a day, whose text is held. */
  async article(outlet: string, more: Input = {}): Promise<{ outlet: string; source: string }> {
    const publisher = await this.api.given.organization(outlet, { orgKind: 'MEDIA' });
    return { outlet: publisher, source: await this.text({ publisher, ...more }) };
  }

  text(more: Input = {}): Promise<string> {
    return this.api.given.source({ title: 'An article', text: TEXT, ...more });
  }

  /** A claim of a source, with a passage. */
  claim(source: string, statement: string, more: Input): Promise<string> {
    return this.api.given.claim({ source, statement, passages: [WHOLE], ...more });
  }

  async relate(from: string, kind: string, to: string): Promise<void> {
    await this.api.data('mutation ($input: ClaimRelationInput!) { relateClaims(input: $input) { id } }', {
      input: { from, kind, to },
    });
  }

  async tenure(name: string, title: string, office: Input, more: Input = {}): Promise<string> {
    const { given } = this.api;
    return given.tenure(await given.person(name), await given.position(title, office), more);
  }
}

const TEXT = 'What the article says.';

/** The passage that claims of added articles rest on. */
export const WHOLE = { quote: TEXT, start: 0, end: TEXT.length };

function names() {
  const database = databaseOf(process.env.JEST_WORKER_ID ?? '1');
  return { database, loaded: `${database}_demo` };
}

const copy = (from: string, to: string) => [
  `DROP DATABASE IF EXISTS ${to} WITH (FORCE)`,
  `CREATE DATABASE ${to} TEMPLATE ${from}`,
];

interface Asked {
  world: DemoWorld;
  /** Asks it again, after records were added or with other variables. */
  again(variables?: Input): Promise<Data>;
}

/** Declares tests of questions by their titles, each on a demo record of its own. */
export function demoQuestions(): (
  title: string,
  check: (answer: Data, asked: Asked) => Promise<void>,
) => void {
  let world: DemoWorld;
  beforeAll(() => DemoWorld.prepare());
  beforeEach(async () => {
    world = await DemoWorld.open();
  });
  afterEach(() => world.close());
  return (title, check) => {
    test(title, async () => {
      const example = exampleTitled(title);
      const again = (variables: Input = {}) => world.ask(example, variables);
      await check(await again(), { world, again });
    });
  };
}

export const ID = DEMO_IDS;

export const labels = (nodes: { label: string }[]) => nodes.map(({ label }) => label);

export const statements = (nodes: { statement: string }[]) => nodes.map(({ statement }) => statement).sort();

/** A passage of one of our notes, as it must stand in the note's text. */
export function quoteOf(note: 'A' | 'B', quote: string): { quote: string; start: number; end: number } {
  const text = textOf(note === 'A' ? NOTE_A : NOTE_B);
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`note ${note} does not say: ${quote}`);
  const start = [...text.slice(0, at)].length;
  return { quote, start, end: start + [...quote].length };
}

/** A passage of an article, whose words the demo does not hold. */
export const standsAt = (start: number, end: number) => ({ quote: null, start, end });
