import { createHash } from 'node:crypto';
import { typeIdOf } from '../../platform/type-id';

/** The first instant of 2026 in milliseconds, as the 48 bits of a UUIDv7. */
const TIME = '019b76daa800';

/**
 * The id of a record or part of the demo by its symbolic name: the same in every installation, so that examples can name it. States
 * are reference data and not of the demo: examples name them by their codes.
 */
export function demoId(symbol: string): string {
  const digits = createHash('sha256').update(`entente demo ${symbol}`).digest('hex');
  // The two highest bits after the version say which variant of UUID it is.
  const variant = '89ab'[Number.parseInt(digits.charAt(3), 16) % 4];
  return [
    TIME.slice(0, 8),
    TIME.slice(8),
    `7${digits.slice(0, 3)}`,
    `${variant}${digits.slice(4, 7)}`,
    digits.slice(7, 19),
  ].join('-');
}

const named = (table: string, symbol: string) => typeIdOf(table, demoId(symbol));

/** What examples, guides and tests name, as it stands on the wire. `docs/data.md` lists them. */
export const DEMO_IDS = {
  /** The meeting at the ministry, of article A. */
  E1: named('engagement', 'E1'),
  /** The further discussions expected by article A. */
  E2: named('engagement', 'E2'),
  /** The visit of Iraq's Interior Minister to Doha, of article B. */
  E3: named('engagement', 'E3'),
  /** Its first meeting. */
  E4: named('engagement', 'E4'),
  /** The exhibition it was made for. */
  E5: named('engagement', 'E5'),
  /** The journey of Iraq's Foreign Minister to Saudi Arabia. */
  E6: named('engagement', 'E6'),
  /** Iraq's negotiations with various countries. */
  E7: named('engagement', 'E7'),
  /** The agreements expected by article A. */
  AG1: named('agreement', 'AG1'),
  /** The sanctions on Qatar. */
  CX1: named('context_event', 'CX1'),
  /** The blockade of Qatar. */
  CX2: named('context_event', 'CX2'),
  /** The protests in Iraq. */
  CX3: named('context_event', 'CX3'),
  /** The article on the meeting at the ministry. */
  SRC_A: named('source', 'SRC_A'),
  /** The article on the visit. */
  SRC_B: named('source', 'SRC_B'),
  /** The statement of Qatar's Ministry of Interior, cited by article A. */
  SRC_MOIQA: named('source', 'SRC_MOIQA'),
  /** The statement of Iraq's Interior Ministry, cited by article B. */
  SRC_MOIIQ: named('source', 'SRC_MOIIQ'),
  /** Our note on article A. */
  NOTE_A: named('source', 'NOTE_A'),
  /** Our note on article B. */
  NOTE_B: named('source', 'NOTE_B'),
  MOI_QA: named('actor', 'MOI_QA'),
  MOI_IQ: named('actor', 'MOI_IQ'),
  GOV_IQ: named('actor', 'GOV_IQ'),
  ALWAGHT: named('actor', 'ALWAGHT'),
  /** The four Arab countries. */
  G4: named('actor', 'G4'),
  KAABI: named('actor', 'KAABI'),
  SADR: named('actor', 'SADR'),
  QANEMI: named('actor', 'QANEMI'),
  KHALID: named('actor', 'KHALID'),
  KADHIMI: named('actor', 'KADHIMI'),
  /** Undersecretary of Qatar's Ministry of Interior. */
  P1: named('position', 'P1'),
  /** Interior Minister of Iraq. */
  P3: named('position', 'P3'),
  DOHA: named('place', 'DOHA'),
  /** Qatar's top goal, as article B has it. */
  b26: named('claim', 'b26'),
  /** Qatar's aim of stability, as article A has it. */
  a39: named('claim', 'a39'),
} as const;
