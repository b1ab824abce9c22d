import type { Api } from './api';

type Fields = { [field: string]: unknown };

let count = 0;

/** Records what tests about evidence need, by mutations as a client would. Each answers with an id. */
export class EvidenceWorld {
  constructor(private readonly api: Api) {}

  async #record(field: string, type: string, input: Fields): Promise<string> {
    const data = await this.api.data(`mutation ($input: ${type}!) { ${field}(input: $input) { id } }`, {
      input,
    });
    return data[field].id;
  }

  source(input: Fields = {}): Promise<string> {
    return this.#record('recordSource', 'SourceInput', {
      kind: 'NEWS_ARTICLE',
      title: `Article ${++count}`,
      ...input,
    });
  }

  /** An organization; `publisher` is what it is called. */
  outlet(input: Fields = {}): Promise<string> {
    return this.#record('recordActor', 'ActorInput', {
      kind: 'ORGANIZATION',
      orgKind: 'MEDIA',
      names: [{ value: `Outlet ${++count}` }],
      ...input,
    });
  }

  person(name = `Person ${++count}`, input: Fields = {}): Promise<string> {
    return this.#record('recordActor', 'ActorInput', { kind: 'PERSON', names: [{ value: name }], ...input });
  }

  engagement(input: Fields = {}): Promise<string> {
    return this.#record('recordEngagement', 'EngagementInput', {
      kind: 'MEETING',
      status: 'HELD',
      title: `Meeting ${++count}`,
      ...input,
    });
  }

  topic(slug: string, input: Fields = {}): Promise<string> {
    return this.#record('recordTopic', 'TopicInput', { slug, names: [{ value: slug }], ...input });
  }

  /** A claim in a source; a passage of its own is made for it. */
  claim(source: string, subject: string | Fields, input: Fields = {}): Promise<string> {
    return this.#record('recordClaim', 'ClaimInput', this.claimInput(source, subject, input));
  }

  claimInput(source: string, subject: string | Fields, input: Fields = {}): Fields {
    const start = ++count * 10;
    return {
      source,
      statement: `Statement ${count}`,
      targets: [typeof subject === 'string' ? { record: subject } : subject],
      passages: [{ quoteHash: 'ab'.repeat(32), start, end: start + 5 }],
      ...input,
    };
  }

  relate(from: string, kind: string, to: string): Promise<string> {
    return this.#record('relateClaims', 'ClaimRelationInput', { from, kind, to });
  }

  async version(id: string): Promise<number> {
    return (await this.api.data('query ($id: ID!) { node(id: $id) { ... on Record { version } } }', { id }))
      .node.version;
  }
}
