import type { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import type { Reader } from '../../platform/read/reader';
import { Actor } from '../actor/actor.entity';
import { Agreement } from './agreement.entity';
import { CommitmentParty } from './agreement-link.entity';
import type { Commitment } from './commitment.entity';
import { ImplementationReport, type ImplementationStatus } from './implementation-report.entity';

export class CommitmentQuery {
  constructor(private readonly reader: Reader) {}

  async parties(commitment: Commitment): Promise<Actor[]> {
    const parties = await this.reader.parts(CommitmentParty, commitment.id, 'commitment_id');
    const actors = await Promise.all(parties.map((party) => this.reader.one(Actor, party.actorId)));
    return actors.filter((actor) => actor !== null);
  }

  async reports(commitment: Commitment): Promise<ImplementationReport[]> {
    return latestFirst(await this.reader.parts(ImplementationReport, commitment.id, 'commitment_id'));
  }

  async status(commitment: Commitment): Promise<ImplementationStatus | null> {
    return (await this.reports(commitment))[0]?.status ?? null;
  }

  /** Reports on the agreement as such, not on a commitment in it. */
  async reportsOn(agreement: Agreement): Promise<ImplementationReport[]> {
    const reports = await this.reader.parts(ImplementationReport, agreement.id);
    return latestFirst(reports.filter((report) => report.commitmentId === null));
  }

  async agreementOf(report: ImplementationReport): Promise<Agreement | null> {
    return report.commitmentId === null ? this.reader.one(Agreement, report.recordId) : null;
  }
}

/** By the period reported on, one without a known day last; of one period, the one recorded later. */
function latestFirst(reports: readonly ImplementationReport[]): ImplementationReport[] {
  const day = ({ period }: ImplementationReport) => lastDayOf(period) ?? '';
  return [...reports].sort((a, b) => compare(day(b), day(a)) || compare(b.id, a.id));
}

function lastDayOf(period: FuzzyDate | null): string | null {
  return period?.lastDay() ?? period?.firstDay() ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
