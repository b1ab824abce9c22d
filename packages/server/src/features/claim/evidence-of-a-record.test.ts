import { Gap, Modality, Polarity, Predicate, Standing } from '../record/claim-terms.entity';
import {
  absencesIn,
  byForce,
  type Evidence,
  modalityOfField,
  modalityOfPart,
  modalityOfRecord,
  readingsIn,
} from './evidence.rule';

function said(more: Partial<Evidence> = {}): Evidence {
  return {
    claimId: 'c',
    partId: null,
    partType: null,
    field: null,
    predicate: Predicate.SUPPORTS_RECORD,
    modality: Modality.ASSERTED,
    polarity: Polarity.POSITIVE,
    standing: Standing.NORMAL,
    gap: null,
    value: null,
    ...more,
  };
}

const pathOf = ({ partId, field }: Evidence) => (partId === null ? String(field) : `${partId}.${field}`);

describe('the force of a record', () => {
  test('is that of the claim that stands best, and among equals of the one said most surely', () => {
    const likely = said({ modality: Modality.LIKELY });

    expect(modalityOfRecord([said({ modality: Modality.REPORTED }), likely])).toBe('LIKELY');
    expect(
      modalityOfRecord([likely, said({ modality: Modality.REPORTED, standing: Standing.PREFERRED })]),
    ).toBe('REPORTED');
    expect(modalityOfRecord([likely, said({ standing: Standing.DEPRECATED })])).toBe('LIKELY');
  });

  test('is inferred only if nothing else is said', () => {
    const inferred = said({ modality: Modality.INFERRED });

    expect(modalityOfRecord([inferred, said({ modality: Modality.ALLEGED })])).toBe('ALLEGED');
    expect(modalityOfRecord([inferred])).toBe('INFERRED');
    expect(modalityOfRecord([])).toBeNull();
  });

  test('is not told by denials, gaps and claims of other sorts', () => {
    expect(modalityOfRecord([said({ polarity: Polarity.NEGATIVE })])).toBeNull();
    expect(modalityOfRecord([said({ field: 'when', gap: Gap.NOT_DISCLOSED })])).toBeNull();
    expect(modalityOfRecord([said({ predicate: Predicate.OBJECTIVE })])).toBeNull();
  });

  test('is that of its fields, and of its parts where nothing is said of itself', () => {
    const ofPart = said({ partId: 'p', modality: Modality.LIKELY });

    expect(modalityOfRecord([ofPart, said({ field: 'kind', modality: Modality.EXPECTED })])).toBe('EXPECTED');
    expect(modalityOfRecord([ofPart])).toBe('LIKELY');
  });
});

describe('the force of a part', () => {
  test('is that of evidence for it, else of whatever claim proves it by the way', () => {
    const byTheWay = said({ partId: 'p', predicate: Predicate.CONDUCT, modality: Modality.ALLEGED });

    expect(modalityOfPart([byTheWay, said()], 'p')).toBe('ALLEGED');
    expect(modalityOfPart([byTheWay, said({ partId: 'p', modality: Modality.INFERRED })], 'p')).toBe(
      'INFERRED',
    );
    expect(modalityOfPart([byTheWay], 'q')).toBeNull();
  });
});

describe('the force of a field', () => {
  test('is not that of a claim that gives another value', () => {
    const other = said({ field: 'when', value: '2021-03~', modality: Modality.INFERRED });

    expect(modalityOfField([other], 'when')).toBeNull();
    expect(modalityOfField([other, said({ field: 'when', modality: Modality.LIKELY })], 'when')).toBe(
      'LIKELY',
    );
    expect(modalityOfField([said({ field: 'place' }), said()], 'when')).toBeNull();
  });
});

describe('absences', () => {
  test('say each reason once a field, with all who say so, the best first', () => {
    const found = absencesIn(
      [
        said({ claimId: 'c1', field: 'when', gap: Gap.NOT_DISCLOSED, modality: Modality.INFERRED }),
        said({ claimId: 'c2', field: 'when', gap: Gap.NOT_DISCLOSED }),
        said({ claimId: 'c3', field: 'agenda', gap: Gap.INCOMPLETE }),
        said({ claimId: 'c4', field: 'level', partId: 'p', gap: Gap.NONE }),
      ],
      pathOf,
    );

    expect(found).toEqual([
      { field: 'agenda', kind: 'INCOMPLETE', claimIds: ['c3'] },
      { field: 'p.level', kind: 'NONE', claimIds: ['c4'] },
      { field: 'when', kind: 'NOT_DISCLOSED', claimIds: ['c2', 'c1'] },
    ]);
  });

  test('are not made by denials', () => {
    expect(absencesIn([said({ field: 'when', gap: Gap.NONE, polarity: Polarity.NEGATIVE })], pathOf)).toEqual(
      [],
    );
  });

  test('are at most 50, with at most 20 claims each', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      said({ claimId: `c${index}`, field: `f${index}`, gap: Gap.NONE }),
    );
    const one = Array.from({ length: 30 }, (_, index) =>
      said({ claimId: `c${index}`, field: 'when', gap: Gap.NONE }),
    );

    expect(absencesIn(many, pathOf)).toHaveLength(50);
    expect(absencesIn(one, pathOf)[0]?.claimIds).toHaveLength(20);
  });
});

describe('readings', () => {
  test('are the values that claims give beside a field', () => {
    const found = readingsIn(
      [
        said({ claimId: 'c1', field: 'when', value: '2021-03~', modality: Modality.INFERRED }),
        said({ claimId: 'c2', field: 'when', value: '2021-04' }),
        said({ claimId: 'c3', value: 'STRAINED', predicate: Predicate.RELATIONSHIP_PHASE }),
        said({ claimId: 'c4', field: 'when', value: '2020', polarity: Polarity.NEGATIVE }),
      ],
      pathOf,
    );

    expect(found).toEqual([
      { field: 'when', value: '2021-04', modality: 'ASSERTED', claimId: 'c2' },
      { field: 'when', value: '2021-03~', modality: 'INFERRED', claimId: 'c1' },
    ]);
  });
});

test('standing goes before force', () => {
  const order = [
    said({ standing: Standing.PREFERRED }),
    said({ standing: Standing.PREFERRED, modality: Modality.INFERRED }),
    said(),
    said({ standing: Standing.DEPRECATED }),
  ];

  expect([...order].reverse().sort(byForce)).toEqual(order);
});
