import sql from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import { typeIdOf } from '../../platform/type-id';
import type { Modality } from '../record/claim-terms.entity';
import type { DomainRecord, Part } from '../record/record.entity';
import { Claim } from './claim.entity';
import {
  absencesIn,
  type Evidence,
  type FoundAbsence,
  type FoundReading,
  modalityOfField,
  modalityOfPart,
  modalityOfRecord,
  readingsIn,
} from './evidence.rule';

const MOST_OF_PART = 100;

/** What claims make of records: read once for all records of a page, whatever is asked of them. */
export class EvidenceQuery {
  constructor(private readonly reader: Reader) {}

  /** Of a claim its own force; of its fields, and of any other record, that of the best claim on it. */
  async modality(record: DomainRecord, field: string | null | undefined): Promise<Modality | null> {
    if (field != null) return modalityOfField(await this.#on(record.id), field);
    return record instanceof Claim ? record.modality : modalityOfRecord(await this.#on(record.id));
  }

  async modalityOfPart(part: Part): Promise<Modality | null> {
    return modalityOfPart(await this.#on(part.recordId), part.id);
  }

  async absences(record: DomainRecord): Promise<FoundAbsence[]> {
    return absencesIn(await this.#on(record.id), pathOf);
  }

  async readings(record: DomainRecord): Promise<FoundReading[]> {
    return readingsIn(await this.#on(record.id), pathOf);
  }

  /** The claims that support a part, whatever their sort. */
  async claimsOn(part: Part): Promise<Claim[]> {
    const evidence = await this.#on(part.recordId);
    const ids = evidence.flatMap(({ partId, polarity, claimId }) =>
      partId === part.id && polarity === 'POSITIVE' ? [claimId] : [],
    );
    return this.claims([...new Set(ids)].slice(0, MOST_OF_PART));
  }

  async claims(ids: readonly string[]): Promise<Claim[]> {
    const claims = await Promise.all(ids.map((id) => this.reader.one(Claim, id)));
    return claims.filter((claim) => claim !== null);
  }

  #on(recordId: string): Promise<Evidence[]> {
    return this.reader.batch(
      'evidence',
      async (ids) => {
        const rows = await this.reader.rows<Evidence & { owner: string }>(
          sql`SELECT e.record_id AS owner, e.claim_id AS "claimId", e.part_id AS "partId", e.part_type AS "partType", e.field, e.predicate,
                     e.modality, e.polarity, e.standing, e.gap, e.value
                FROM claim_evidence e
               WHERE e.record_id = ANY(${ids}::uuid[]) AND (e.predicate = 'SUPPORTS_RECORD' OR e.part_id IS NOT NULL)
                 AND ${this.reader.cleared('claim_evidence', 'e')}
               ORDER BY e.claim_id`,
        );
        const groups = new Map<string, Evidence[]>(ids.map((id) => [id, []]));
        for (const row of rows) groups.get(row.owner)?.push(row);
        return ids.map((id) => groups.get(id) ?? []);
      },
      recordId,
    );
  }
}

/** The field of a part stands behind its id, as in the history. */
function pathOf({ partId, partType, field }: Evidence): string {
  return partId === null || partType === null ? String(field) : `${typeIdOf(partType, partId)}.${field}`;
}
