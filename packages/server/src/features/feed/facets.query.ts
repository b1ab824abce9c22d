import { FACET_STATEMENTS } from './facets-sql.rule';
import type { Facets } from './log-entry.rule';
import type { OwnConnection } from './own-connection.query';

interface ReaderConnection {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what each statement says.
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
  release(isBroken?: boolean): void;
}

/** Connections of readers of a clearance. */
export type ReaderPools = (clearance: number) => { connect(): Promise<ReaderConnection> };

const CLEARANCES = [0, 1, 2, 3, 4];

/** What filters may ask about records, computed for many at once. */
export class FacetsQuery {
  constructor(
    private readonly readers: ReaderPools,
    private readonly today: () => string,
  ) {}

  /** Of records of one type, as they are, or as they were recorded at an instant; then within a transaction of the caller. */
  async of(
    db: OwnConnection,
    type: string,
    ids: readonly string[],
    asOf: Date | null = null,
  ): Promise<Map<string, Facets>> {
    const text = FACET_STATEMENTS[type];
    if (text === undefined) throw new Error(`there are no facets of ${type}`);
    if (ids.length === 0) return new Map();
    const values = [ids, this.today()];
    let rows: { id: string; facets: Facets; has_hidden?: boolean }[];
    if (asOf === null) ({ rows } = await db.query({ name: `facets_${type}`, text, values }));
    else {
      await db.query({
        text: `SET LOCAL search_path = past, public; SET LOCAL entente.as_of = '${asOf.toISOString()}'`,
      });
      ({ rows } = await db.query({ name: `past_facets_${type}`, text, values }));
      await db.query({ text: 'SET LOCAL search_path = public' });
    }
    const found = new Map(rows.map((row) => [row.id, row.facets]));
    for (const row of rows)
      if (row.has_hidden)
        found.set(row.id, {
          ...row.facets,
          statuses: await this.#statuses(row.id, row.facets.marking, asOf),
        });
    return found;
  }

  /** What each clearance computes from what it may see, as it does for itself. Who may not see the agreement is told no status. */
  async #statuses(id: string, marking: number, asOf: Date | null): Promise<string[]> {
    const statuses = await Promise.all(
      CLEARANCES.map((clearance) => (clearance < marking ? null : this.#status(id, clearance, asOf))),
    );
    return statuses.map((status) => status ?? statuses[marking] ?? 'ANTICIPATED');
  }

  async #status(id: string, clearance: number, asOf: Date | null): Promise<string | null> {
    const reader = await this.readers(clearance).connect();
    try {
      if (asOf !== null)
        await reader.query(
          `BEGIN READ ONLY; SET LOCAL search_path = past, public; SET LOCAL entente.as_of = '${asOf.toISOString()}'`,
        );
      const { rows } = await reader.query('SELECT agreement_status($1, $2::date) AS status', [
        id,
        this.today(),
      ]);
      if (asOf !== null) await reader.query('COMMIT');
      reader.release();
      return rows[0]?.status ?? null;
    } catch (error) {
      reader.release(true);
      throw error;
    }
  }
}
