import type { PlaceResolution } from '../place/place.entity';

export const PLACES: Readonly<Record<string, { resolution: `${PlaceResolution}`; country?: string }>> = {
  DOHA: { resolution: 'CITY', country: 'QA' },
  KSA: { resolution: 'COUNTRY', country: 'SA' },
  // Each article names the region in its own way; that both mean one region is for a reader to judge.
  WESTASIA: { resolution: 'REGION' },
  MIDEAST: { resolution: 'REGION' },
};

/** By slug. The tree, its names and the contexts of PLOVER are ours: a classification, not a fact of the articles. */
export const TOPICS: Readonly<Record<string, { name: string; parent?: string; ploverContext?: string }>> = {
  security: { name: 'Security' },
  'counter-terrorism': { name: 'Counter-terrorism', parent: 'security', ploverContext: 'terrorism' },
  'intl-counter-terrorism': {
    name: 'International counter-terrorism',
    parent: 'counter-terrorism',
    ploverContext: 'terrorism',
  },
  'border-security': { name: 'Border security', parent: 'security' },
  'joint-patrols': { name: 'Joint patrols', parent: 'border-security' },
  'border-technology': { name: 'Border technology', parent: 'border-security' },
  smuggling: { name: 'Smuggling', parent: 'border-security', ploverContext: 'trafficking' },
  'illegal-migration': { name: 'Illegal migration', parent: 'border-security', ploverContext: 'migration' },
  'information-sharing': { name: 'Information sharing', parent: 'security', ploverContext: 'intelligence' },
  training: { name: 'Joint training', parent: 'security' },
  'transnational-crime': { name: 'Transnational crime', parent: 'security', ploverContext: 'crime' },
  economy: { name: 'Economy', ploverContext: 'economic' },
  'investment-aid': { name: 'Investment and aid', parent: 'economy', ploverContext: 'economic' },
  'finance-trade': { name: 'Finance and trade', parent: 'economy', ploverContext: 'economic' },
  'regional-developments': { name: 'Regional developments' },
  'bilateral-relations': { name: 'Bilateral relations', ploverContext: 'diplomatic' },
};
