import type { Api } from './api';

type Input = { [field: string]: unknown };

/** A world for tests: each method records something through the API and answers with its id. */
export class Given {
  constructor(private readonly api: Api) {}

  engagement(input: Input = {}): Promise<string> {
    return this.#record('recordEngagement', 'EngagementInput', { kind: 'MEETING', status: 'HELD', ...input });
  }

  agreement(input: Input): Promise<string> {
    return this.#record('recordAgreement', 'AgreementInput', input);
  }

  contextEvent(input: Input): Promise<string> {
    return this.#record('recordContextEvent', 'ContextEventInput', input);
  }

  person(name: string, more: Input = {}): Promise<string> {
    return this.#actor('PERSON', name, more);
  }

  organization(name: string, more: Input = {}): Promise<string> {
    return this.#actor('ORGANIZATION', name, more);
  }

  group(name: string, members: readonly string[], more: Input = {}): Promise<string> {
    return this.#actor('GROUP', name, { members: members.map((actor) => ({ actor })), ...more });
  }

  position(title: string, input: Input): Promise<string> {
    return this.#record('recordPosition', 'PositionInput', { title, ...input });
  }

  tenure(person: string, position: string, more: Input = {}): Promise<string> {
    return this.#record('recordTenure', 'TenureInput', { person, position, ...more });
  }

  place(name: string, country: string | null, more: Input = {}): Promise<string> {
    return this.#record('recordPlace', 'PlaceInput', {
      names: [{ value: name }],
      resolution: 'CITY',
      country,
      ...more,
    });
  }

  topic(slug: string, parent: string | null = null): Promise<string> {
    return this.#record('recordTopic', 'TopicInput', { slug, names: [{ value: slug }], parent });
  }

  source(input: Input = {}): Promise<string> {
    return this.#record('recordSource', 'SourceInput', {
      kind: 'NEWS_ARTICLE',
      title: 'An article',
      ...input,
    });
  }

  claim(input: Input): Promise<string> {
    return this.#record('recordClaim', 'ClaimInput', input);
  }

  #actor(kind: string, name: string, more: Input): Promise<string> {
    return this.#record('recordActor', 'ActorInput', { kind, names: [{ value: name }], ...more });
  }

  async #record(mutation: string, type: string, input: Input): Promise<string> {
    const data = await this.api.data(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, {
      input,
    });
    return data[mutation].id;
  }
}
