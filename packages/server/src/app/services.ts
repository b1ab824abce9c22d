import { EngagementQuery } from '../features/engagement/engagement.query';
import { EngagementService } from '../features/engagement/engagement.service';
import { EngagementConditions } from '../features/engagement/engagement-conditions.query';
import { Writer } from '../features/record/commands.service';
import { ExpungeService } from '../features/record/expunge.service';
import { NameService } from '../features/record/name-command.service';
import { type Labels, RecordQuery } from '../features/record/record.query';
import { References } from '../features/record/references.query';
import { RetractionService } from '../features/record/retraction.service';
import { Change } from '../platform/change/change';
import type { Reader } from '../platform/read/reader';
import type { Runtime, Viewer } from './runtime';
import { projections } from './projections';

/** Everything a resolver may ask for. Built once a request and recorded time; the only place where features meet. */
export type Services = ReturnType<typeof servicesFor>;

export function servicesFor(reader: Reader, viewer: Viewer, runtime: Runtime) {
  const today = runtime.today();
  const references = new References(reader);
  const engagements = new EngagementQuery(reader, new EngagementConditions(references, today), today);
  const labels: Labels = {
    engagement: (engagement) => engagements.label(engagement),
    actor: ({ label }: { label: string }) => label,
    place: ({ label }: { label: string }) => label,
    topic: ({ label }: { label: string }) => label,
  };
  const records = new RecordQuery(reader, labels, {});
  return { reader, references, records, engagements, recording: recordingFor(viewer, runtime) };
}

function recordingFor(viewer: Viewer, { database }: Runtime) {
  const change = new Change(database.writer, database.catalog, projections);
  const writer = new Writer(viewer.account, viewer.mayWrite, viewer.clearance);
  const evidence = { recordEvidence: async () => {}, strictestMarking: async () => 0 };
  return {
    retractions: new RetractionService(change, writer),
    expunging: new ExpungeService(change, writer),
    names: new NameService(change, writer, evidence),
    engagements: new EngagementService(change, writer, evidence),
  };
}
