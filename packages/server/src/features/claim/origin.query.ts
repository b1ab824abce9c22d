import sql, { raw } from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import type { DomainRecord } from '../record/record.entity';
import { Source } from '../source/source.entity';
import { Claim } from './claim.entity';

export interface FoundOrigin {
  speakerId: string | null;
  sourceId: string | null;
  viaIds: string[];
}

const MOST_ORIGINS = 100;
const MOST_CARRIERS = 50;

export class OriginQuery {
  constructor(private readonly reader: Reader) {}

  /** Independent origins: of a claim over those that support it, of another record over all claims on it. */
  of(record: DomainRecord): Promise<FoundOrigin[]> {
    const origins = record instanceof Claim ? 'claim_origins' : 'record_origins';
    return this.reader.batch(
      origins,
      async (ids) => {
        const rows = await this.reader.rows<FoundOrigin & { owner: string }>(
          sql`SELECT n.id AS owner, o.speaker_id AS "speakerId", o.source_id AS "sourceId", o.via AS "viaIds"
                FROM unnest(${ids}::uuid[]) AS n(id) CROSS JOIN LATERAL ${raw(origins)}(n.id) o ORDER BY o.source_id, o.speaker_id`,
        );
        return ids.map((id) => rows.filter((row) => row.owner === id).slice(0, MOST_ORIGINS));
      },
      record.id,
    );
  }

  async via({ viaIds }: FoundOrigin): Promise<Source[]> {
    const sources = await Promise.all(
      viaIds.slice(0, MOST_CARRIERS).map((id) => this.reader.one(Source, id)),
    );
    return sources.filter((source) => source !== null);
  }
}
