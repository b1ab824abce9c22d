import sql from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import type { Affiliation, Reliability } from '../record/evidence.entity';
import type { Organization } from './actor.entity';
import { OutletAssessment } from './outlet-assessment.entity';

export class OutletAssessmentQuery {
  constructor(
    private readonly reader: Reader,
    private readonly today: string,
  ) {}

  /** The latest first; of one day, what was recorded last. */
  all(outlet: Organization): Promise<OutletAssessment[]> {
    return this.reader.batch(
      'outlet assessments',
      async (ids) => {
        const found = await this.reader.all(
          OutletAssessment,
          sql`SELECT * FROM outlet_assessment o WHERE o.record_id = ANY(${ids}::uuid[]) AND o.retracted_at IS NULL
              AND ${this.reader.cleared('outlet_assessment', 'o')} ORDER BY since DESC, ordinal DESC, id DESC`,
        );
        return ids.map((id) => found.filter((each) => each.recordId === id));
      },
      outlet.id,
    );
  }

  async reliability(outlet: Organization, on: string | null | undefined): Promise<Reliability | null> {
    return (await this.#standing(outlet, 'reliability', on))?.reliability ?? null;
  }

  async affiliation(outlet: Organization, on: string | null | undefined): Promise<Affiliation | null> {
    return (await this.#standing(outlet, 'affiliation', on))?.affiliation ?? null;
  }

  /** What held on a day: the latest of its aspect that had begun. */
  async #standing(
    outlet: Organization,
    aspect: 'reliability' | 'affiliation',
    on: string | null | undefined,
  ) {
    const day = on ?? this.today;
    return (await this.all(outlet)).find((each) => each[aspect] !== null && each.from <= day);
  }
}
