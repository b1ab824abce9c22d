import { DomainError } from '../../platform/errors';
import type { ActorKind } from './actor.entity';
import type { ActorInput } from './actor.input';

/** Which fields of the input are of one kind of actor only. */
const OF_KIND: { [kind in ActorKind]: readonly (keyof ActorInput)[] } = {
  STATE: ['iso2', 'iso3', 'region'],
  ORGANIZATION: ['orgKind', 'state', 'seatState', 'domain'],
  PERSON: ['tenures'],
  GROUP: ['statedSize', 'members'],
};

/** Refuses what does not fit the kind; null, which says nothing, fits all. */
export function refuseMisfits(kind: ActorKind, input: ActorInput): void {
  for (const [other, fields] of Object.entries(OF_KIND))
    for (const field of other === kind ? [] : fields)
      if (input[field] != null)
        throw new DomainError(
          'BAD_USER_INPUT',
          `${field} is of a ${other}, and this is a ${kind}; leave it out`,
          { field },
        );
}

const CODES: readonly [
  field: 'iso2' | 'iso3' | 'region' | 'wikidataId' | 'domain',
  shape: RegExp,
  expected: string,
][] = [
  ['iso2', /^[A-Z]{2}$/, 'two capital letters, such as QA'],
  ['iso3', /^[A-Z]{3}$/, 'three capital letters, such as QAT'],
  ['region', /^\d{3}$/, 'three figures of UN M49, such as 145'],
  ['wikidataId', /^Q[1-9]\d{0,14}$/, 'a Wikidata id, such as Q846'],
  ['domain', /^(?=.{3,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a web domain in lower case, such as example.org'],
];

/** Codes name an actor in inputs, so that each must look like what it is. */
export function refuseMalformedCodes(input: ActorInput): void {
  for (const [field, shape, expected] of CODES) {
    const value = input[field];
    if (value != null && !shape.test(value))
      throw new DomainError('BAD_USER_INPUT', `${field} is ${expected}, not "${value.slice(0, 60)}"`, {
        field,
      });
  }
  if (input.statedSize != null && input.statedSize < 1)
    throw new DomainError('BAD_USER_INPUT', 'statedSize is at least 1; leave it out if no source says', {
      field: 'statedSize',
    });
}
