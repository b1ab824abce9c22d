import { OrganizationKind } from '../actor/actor.entity';

/** Intergovernmental organizations that conclude treaties, with other names of the same body. */
export const ORGANIZATIONS: readonly (readonly [name: string, names?: readonly string[]])[] = [
  ['African Development Bank'],
  ['African Union', ['AU']],
  ['Andean Community'],
  ['Association of Southeast Asian Nations', ['ASEAN']],
  ['Belgo-Luxembourg Economic Union'],
  ['Caribbean Community', ['CARICOM']],
  ['Common Market for Eastern and Southern Africa', ['COMESA']],
  ['Council of Europe'],
  ['East African Community'],
  ['Economic Community of West African States', ['ECOWAS']],
  ['Eurasian Economic Community'],
  [
    'European Atomic Energy Community',
    [
      'Euratom',
      'European Atomic Community',
      'European Atomic Energy Community (EAEC)',
      'European Atomic Energy Community (EURATOM)',
    ],
  ],
  ['European Coal and Steel Community', ['ECSC']],
  // Renamed in 1993; the Union that took its place in 2009 is another legal person.
  ['European Community', ['European Economic Community', 'EEC']],
  [
    'European Organisation for the Exploitation of Meteorological Satellites',
    ['EUMETSAT', 'European Org for the Exploitation of Meteorological Satellites'],
  ],
  ['European Patent Organisation'],
  ['European Launcher Development Organisation', ['ELDO']],
  ['European Space Agency', ['ESA']],
  ['European Space Research Organisation', ['ESRO']],
  ['European Union', ['EU']],
  ['Food and Agriculture Organization of the United Nations', ['Food and Agriculture Organization', 'FAO']],
  ['Inter-American Development Bank'],
  ['International Atomic Energy Agency', ['IAEA']],
  ['International Bank for Reconstruction and Development', ['IBRD', 'World Bank']],
  ['International Civil Aviation Organization', ['ICAO']],
  ['International Cocoa Organization'],
  ['International Coffee Organization', ['International Coffee Organisation']],
  ['International Criminal Police Organization', ['Interpol']],
  ['International Development Association', ['IDA']],
  ['International Labour Organization', ['International Labour Organisation', 'ILO']],
  ['International Maritime Organization', ['IMO']],
  ['International Sugar Organization', ['International Sugar Organisation']],
  ['International Telecommunication Union', ['ITU']],
  ['International Whaling Commission'],
  ['International Wheat Council'],
  ['Organisation for the Prohibition of Chemical Weapons', ['OPCW']],
  ['Organization of African Unity', ['OAU', 'Organisation of African Unity']],
  ['Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization', ['CTBTO']],
  ['Southeast Asia Treaty Organization', ['SEATO']],
  ['Southern African Development Community', ['SADC']],
  ['United Nations', ['UN']],
  ['United Nations Development Programme', ['UN Development Programme', 'UNDP']],
  [
    'United Nations Educational, Scientific and Cultural Organization',
    ['United Nations Educational Scientific and Cultural Organization', 'UNESCO'],
  ],
  ['United Nations Industrial Development Organization', ['UNIDO']],
  ['Universal Postal Union', ['UPU']],
  ['West African Economic and Monetary Union', ['UEMOA']],
  ['World Food Programme', ['WFP']],
  ['World Health Organization', ['WHO']],
  ['World Intellectual Property Organization', ['WIPO']],
  ['World Meteorological Organization', ['WMO']],
];

/** Several states named as one. */
export const GROUPS: readonly string[] = ['ACP States', 'Persian Gulf States'];

export const OF_TREATIES = OrganizationKind.IGO;
