import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';

/** A row of the table of facts, as one query returns it. */
export interface Fact {
  fact: number;
  /** Spreads `Said` on claims. */
  ask: string;
  /** What the answer holds: the record's field, or the claim. */
  says: object;
  /**
   * For each quote in turn, what the claim that rests on it is about: a record or part by its symbolic name, with a field. Absent where no
   * claim is made and the passage itself is the fact.
   */
  on?: readonly string[];
}

export const SAID = `fragment Said on Claim {
  predicate statement modality value gap direction priority isStated isOpen valid { text edtf }
  targets { role field descriptor part { id } record { id label ... on State { iso2 } } }
  attributions { order kind descriptor speaker { label } referencedSource { id isHeld } }
  passages { quote start end }
}`;

const CLAIMS = 'nodes { ...Said }';

/** All claims on a record, those of both articles and of the notes. */
export const claims = `claims(first: 60) { ${CLAIMS} }`;

export const claimsThat = (filter: string) => `claims(filter: { ${filter} }, first: 40) { ${CLAIMS} }`;

/** Claims that name both states. */
export const dyad = (filter: string) => claimsThat(`between: ["QA", "IQ"], ${filter}`);

/** A root field on a record of the demo. */
export const of = (field: string, symbol: keyof typeof DEMO_IDS, selection: string) =>
  `${field}(${field === 'actor' ? 'ref' : 'id'}: "${DEMO_IDS[symbol]}") { ${selection} }`;

export const state = (code: string, selection: string) => `actor(ref: "${code}") { ${selection} }`;

export const topic = (slug: string, selection: string) => `topic(ref: "${slug}") { ${selection} }`;

/** A list that holds such an item among others. */
export const some = (item: object) => expect.arrayContaining([expect.objectContaining(item)]);

/** A connection in which there is such a claim. */
export const aClaim = (item: object) => ({ claims: { nodes: some(item) } });
