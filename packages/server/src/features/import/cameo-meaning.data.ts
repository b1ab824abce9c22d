import { EngagementKind, EngagementMode, EngagementStatus } from '../engagement/engagement.entity';
import { ParticipationRole } from '../engagement/participation.entity';

/** The manual whose table from CAMEO to PLOVER is followed. */
export const PLOVER_VERSION = '0.8';

/**
 * Categories of PLOVER by CAMEO root, for the roots of which there are records: "CAMEO to PLOVER conversion table", manual draft 0.8,
 * 17 September 2021, Philip Schrodt. Within these roots no finer code has a category of its own.
 */
const PLOVER: Readonly<Record<string, string>> = {
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
};

export const ploverOf = (cameo: string): string | null => PLOVER[cameo.slice(0, 2)] ?? null;

/** What a code says happened. */
export type CameoMeaning =
  | {
      record: 'ENGAGEMENT';
      kind: EngagementKind;
      status: EngagementStatus;
      mode: EngagementMode | null;
      /** In what roles the first and the second actor take part. */
      roles: readonly [ParticipationRole, ParticipationRole];
    }
  /** An agreement that its parties signed that day. */
  | { record: 'AGREEMENT' };

const { HOST, MEDIATOR, PARTICIPANT, VISITOR } = ParticipationRole;
const { HELD, EXPECTED } = EngagementStatus;

function engagement(
  kind: EngagementKind,
  status: EngagementStatus,
  mode: EngagementMode | null = null,
  roles: readonly [ParticipationRole, ParticipationRole] = [PARTICIPANT, PARTICIPANT],
): CameoMeaning {
  return { record: 'ENGAGEMENT', kind, status, mode, roles };
}

const COOPERATION = engagement(EngagementKind.OTHER, HELD);
const INTENDED = engagement(EngagementKind.OTHER, EXPECTED);

/**
 * The codes of which there are records; every other is out of the domain, and rows that bear it are skipped and counted by it.
 *
 * An engagement is a dealing of two or more with each other. So what is in is: consulting (04), cooperating (050, 054, 06), and the
 * intention of either (030, 031, 032, 036 to 039). What is out, though CAMEO counts it as cooperation: words that one says about another
 * (051 praise, 052 defend, 053 rally support, 055 apologize, 056 forgive), which are no contact; and the intention of what is itself out:
 * aid (033, as 07), reform (034) and yielding (035, as 08).
 *
 * An intention makes an engagement that is expected: the row's day and place are those of the words, so it lies at an unknown time from
 * that day on, at no known place. Its form is as open as the code leaves it: "meet or negotiate" is TALKS, whose form is not stated;
 * cooperation of any field is OTHER, since no kind says it ("Cooperate militarily" may be an exercise or a sale of arms).
 *
 * A visit has its roles by the code: who makes one (042) is the visitor, who hosts one (043) is the host.
 *
 * Signing (057) is an action of the parties upon an agreement. No ceremony is told of, so none is recorded.
 */
export const CAMEO_MEANINGS: ReadonlyMap<string, CameoMeaning> = new Map([
  ['030', INTENDED],
  ['031', INTENDED],
  ['0311', INTENDED],
  ['0312', INTENDED],
  ['0313', INTENDED],
  ['0314', INTENDED],
  ['032', INTENDED],
  ['036', engagement(EngagementKind.TALKS, EXPECTED)],
  ['037', INTENDED],
  // Whom the mediation is accepted of, or between whom, the code leaves open.
  ['038', engagement(EngagementKind.MEDIATION, EXPECTED)],
  ['039', engagement(EngagementKind.MEDIATION, EXPECTED, null, [MEDIATOR, PARTICIPANT])],
  ['040', engagement(EngagementKind.TALKS, HELD)],
  ['041', engagement(EngagementKind.CALL, HELD, EngagementMode.PHONE)],
  ['042', engagement(EngagementKind.VISIT, HELD, EngagementMode.IN_PERSON, [VISITOR, HOST])],
  ['043', engagement(EngagementKind.VISIT, HELD, EngagementMode.IN_PERSON, [HOST, VISITOR])],
  ['044', engagement(EngagementKind.MEETING, HELD, EngagementMode.IN_PERSON)],
  ['045', engagement(EngagementKind.MEDIATION, HELD, null, [MEDIATOR, PARTICIPANT])],
  ['046', engagement(EngagementKind.TALKS, HELD)],
  ['050', COOPERATION],
  ['054', COOPERATION],
  ['057', { record: 'AGREEMENT' }],
  ['060', COOPERATION],
  ['061', COOPERATION],
  ['062', COOPERATION],
  ['063', COOPERATION],
  ['064', COOPERATION],
]);
