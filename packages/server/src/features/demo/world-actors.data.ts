import type { OrganizationKind } from '../actor/actor.entity';
import type { GroupRole } from '../actor/group-member.entity';
import type { Level } from '../actor/position.entity';
import type { NameKind } from '../record/name.entity';

/** Reference data that the articles speak of. */
export const STATES = ['QA', 'IQ', 'SA', 'AE', 'EG', 'TR'] as const;

interface OrganizationEntry {
  /** Null where no source says: neither article says what Alwaght is, or The Peninsula Qatar. */
  orgKind: `${OrganizationKind}` | null;
  state?: string;
  seatState?: string;
}

export const ORGANIZATIONS: Readonly<Record<string, OrganizationEntry>> = {
  MOI_QA: { orgKind: 'MINISTRY', state: 'QA' },
  MOI_IQ: { orgKind: 'MINISTRY', state: 'IQ' },
  GOV_QA: { orgKind: 'GOVERNMENT', state: 'QA' },
  GOV_IQ: { orgKind: 'GOVERNMENT', state: 'IQ' },
  EMB_IQ_QA: { orgKind: 'EMBASSY', state: 'IQ', seatState: 'QA' },
  PENINSULA: { orgKind: null },
  ALWAGHT: { orgKind: null },
  ISIS: { orgKind: 'ARMED_GROUP' },
  ALQAEDA: { orgKind: 'ARMED_GROUP' },
};

interface GroupEntry {
  statedSize?: number;
  members?: Readonly<Record<string, { actor: string; role: `${GroupRole}` }>>;
}

export const GROUPS: Readonly<Record<string, GroupEntry>> = {
  G4: {
    statedSize: 4,
    members: {
      GM1: { actor: 'SA', role: 'LEADER' },
      GM2: { actor: 'AE', role: 'MEMBER' },
      GM3: { actor: 'EG', role: 'MEMBER' },
    },
  },
  GULF_A: {},
  GULF_B: {},
};

interface PositionEntry {
  title: string;
  organization?: string;
  state?: string;
  accreditedTo?: string;
  level: keyof typeof Level;
}

export const POSITIONS: Readonly<Record<string, PositionEntry>> = {
  P1: { title: 'Undersecretary', organization: 'MOI_QA', level: 'DEPUTY_MINISTER' },
  P2: { title: 'Ambassador', state: 'IQ', accreditedTo: 'QA', level: 'AMBASSADOR' },
  P3: { title: 'Interior Minister', organization: 'MOI_IQ', level: 'MINISTER' },
  P4: { title: 'Prime Minister', state: 'QA', level: 'HEAD_OF_GOVERNMENT' },
  P5: { title: 'Foreign Minister', state: 'IQ', level: 'MINISTER' },
  P6: { title: 'Prime Minister', state: 'IQ', level: 'HEAD_OF_GOVERNMENT' },
};

/** Each person with the tenure that an article gives, and its office. */
export const PERSONS: Readonly<Record<string, readonly [tenure: string, position: string]>> = {
  KAABI: ['T1', 'P1'],
  SADR: ['T2', 'P2'],
  QANEMI: ['T3', 'P3'],
  KHALID: ['T4', 'P4'],
  HUSSEIN: ['T5', 'P5'],
  KADHIMI: ['T6', 'P6'],
};

type NameEntry = readonly [of: string, value: string, kind: `${NameKind}`, firstSource: string];

/** Spellings as the articles have them. States have others from the reference data. */
export const NAMES: Readonly<Record<string, NameEntry>> = {
  N1: ['KAABI', 'Abdullah bin Khalaf bin Hattab Al Kaabi', 'COMMON', 'SRC_A'],
  N3: ['MOI_QA', 'Ministry of Interior (MOI) of Qatar', 'COMMON', 'SRC_A'],
  N4: ['MOI_QA', 'Ministry of Interior Qatar', 'COMMON', 'SRC_A'],
  N2: ['MOI_QA', 'MOI', 'ACRONYM', 'SRC_A'],
  N5: ['SADR', 'Mohammed Jaafar Al Sadr', 'COMMON', 'SRC_A'],
  N6: ['IQ', 'Republic of Iraq', 'OFFICIAL', 'SRC_A'],
  N7: ['IQ', 'Iraq', 'COMMON', 'SRC_A'],
  N8: ['QA', 'Qatar', 'COMMON', 'SRC_A'],
  N9: ['EMB_IQ_QA', 'Embassy of Iraq in Qatar', 'COMMON', 'SRC_A'],
  N10: ['PENINSULA', 'The Peninsula Qatar', 'COMMON', 'SRC_A'],
  N11: ['DOHA', 'Doha', 'COMMON', 'SRC_A'],
  N12: ['MIDEAST', 'Middle East', 'COMMON', 'SRC_A'],
  N13: ['GULF_A', 'Gulf states', 'COMMON', 'SRC_A'],
  N14: ['QANEMI', 'Othman al-Qanemi', 'COMMON', 'SRC_B'],
  N15: ['QANEMI', 'al-Qanemi', 'ALIAS', 'SRC_B'],
  N16: ['ALWAGHT', 'Alwaght', 'COMMON', 'SRC_B'],
  N17: ['MOI_IQ', 'Iraqi Interior Ministry', 'COMMON', 'SRC_B'],
  N18: ['GOV_QA', 'Qatari government', 'COMMON', 'SRC_B'],
  N19: ['KHALID', 'Khalid bin Khalifa bin Abdulaziz Al Thani', 'COMMON', 'SRC_B'],
  N20: ['HUSSEIN', 'Fuad Hussein', 'COMMON', 'SRC_B'],
  N21: ['KADHIMI', 'Mustafa al-Kadhimi', 'COMMON', 'SRC_B'],
  N22: ['KADHIMI', 'al-Kadhimi', 'ALIAS', 'SRC_B'],
  N23: ['GOV_IQ', 'Iraqi government', 'COMMON', 'SRC_B'],
  N24: ['GOV_IQ', 'Prime Minister Mustafa al-Kadhimi’s government', 'ALIAS', 'SRC_B'],
  N25: ['E5', 'International Exhibition of Homeland Security and Civil Defense', 'OFFICIAL', 'SRC_B'],
  N26: ['E5', 'Milipol Qatar security exhibition', 'ALIAS', 'SRC_B'],
  N27: ['QA', 'Doha', 'METONYM', 'SRC_B'],
  N28: ['IQ', 'Baghdad', 'METONYM', 'SRC_B'],
  N29: ['AE', 'Abu Dhabi', 'METONYM', 'SRC_B'],
  N30: ['SA', 'Riyadh', 'METONYM', 'SRC_B'],
  N31: ['AE', 'UAE', 'ACRONYM', 'SRC_B'],
  N32: ['SA', 'Saudi Arabia', 'COMMON', 'SRC_B'],
  N33: ['EG', 'Egypt', 'COMMON', 'SRC_B'],
  N34: ['ISIS', 'ISIS', 'ACRONYM', 'SRC_B'],
  N35: ['ALQAEDA', 'Al-Qaeda', 'COMMON', 'SRC_B'],
  N36: ['GULF_B', 'Persian Gulf states', 'COMMON', 'SRC_B'],
  N37: ['WESTASIA', 'West Asia', 'COMMON', 'SRC_B'],
  N38: ['G4', 'four Arab countries', 'COMMON', 'SRC_B'],
  N39: ['KSA', 'Saudi Arabia', 'COMMON', 'SRC_B'],
};
