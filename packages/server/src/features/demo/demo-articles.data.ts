import { MEETING_CLAIMS } from './article-a-meeting.data';
import { OUTLOOK_CLAIMS } from './article-a-outlook.data';
import { PASSAGES_A } from './article-a-passages.data';
import { MOTIVE_CLAIMS } from './article-b-motives.data';
import { PASSAGES_B } from './article-b-passages.data';
import { VISIT_CLAIMS } from './article-b-visit.data';
import type { DemoArticle, DemoNote, DemoRelation } from './demo-terms.input';
import { NOTE_A } from './note-a.data';
import { NOTE_B } from './note-b.data';

export const ARTICLES: readonly DemoArticle[] = [
  {
    id: 'SRC_A',
    dateline: 'Doha, Qatar –',
    contentHash: '6cc7b75829fb28f3b4dcb93b61cf22ff6fc1e72cf7e715e6c9e38c89bc95e3a1',
    passages: PASSAGES_A,
    headings: ['PS23', 'PS24'],
    claims: [...MEETING_CLAIMS, ...OUTLOOK_CLAIMS],
  },
  {
    id: 'SRC_B',
    dateline: 'Alwaght-',
    contentHash: '113acf5e1d9ee50b717b688ff7f09e7c9077d252c74525087a3d1794a7afb0fa',
    passages: PASSAGES_B,
    headings: ['PS76', 'PS100'],
    claims: [...VISIT_CLAIMS, ...MOTIVE_CLAIMS],
  },
];

export const NOTES: readonly DemoNote[] = [NOTE_A, NOTE_B];

/** Statements of ministries that the articles cite: sources of their own, which nobody here has read. */
export const STATEMENTS = [
  { id: 'SRC_MOIQA', publisher: 'MOI_QA' },
  { id: 'SRC_MOIIQ', publisher: 'MOI_IQ' },
] as const;

/** How the articles' claims stand to each other; that a note's claims support them follows from the notes. */
export const RELATIONS: readonly DemoRelation[] = [
  { from: 'b8', kind: 'REFRAMES', to: 'b6' },
  { from: 'b38', kind: 'REFRAMES', to: 'b6' },
  {
    from: 'b38',
    kind: 'CONTRADICTS',
    to: 'b30',
    note: 'One side, two motives: the economy here, security there.',
  },
  { from: 'b43', kind: 'SUPPORTS', to: 'b38' },
  { from: 'b10', kind: 'REFRAMES', to: 'a39' },
  {
    from: 'b26',
    kind: 'CONTRADICTS',
    to: 'a39',
    note: 'Qatar’s aim is rivalry in one article, stability in the other.',
  },
  { from: 'b7', kind: 'SUPPORTS', to: 'b44' },
];
