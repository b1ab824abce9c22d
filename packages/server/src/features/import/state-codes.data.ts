/**
 * FIPS 10-4 codes, which GDELT's places have, before the ISO 3166-1 alpha-2 code of the same state or territory. From the table
 * "country-codes" of the Datasets project (public domain, PDDL 1.0); where it joins two codes in one cell, they are taken apart.
 */
const FIPS = `
  AN:AD AE:AE AF:AF AC:AG AV:AI AL:AL AM:AM AO:AO AY:AQ AR:AR AQ:AS AU:AT AS:AU AA:AW AJ:AZ BK:BA
  BB:BB BG:BD BE:BE UV:BF BU:BG BA:BH BY:BI BN:BJ TB:BL BD:BM BX:BN BL:BO BR:BR BF:BS BT:BT BV:BV
  BC:BW BO:BY BH:BZ CA:CA CK:CC CG:CD CT:CF CF:CG SZ:CH IV:CI CW:CK CI:CL CM:CM CH:CN CO:CO CS:CR
  CU:CU CV:CV UC:CW KT:CX CY:CY EZ:CZ GM:DE DJ:DJ DA:DK DO:DM DR:DO AG:DZ EC:EC EN:EE EG:EG WI:EH
  ER:ER SP:ES ET:ET FI:FI FJ:FJ FK:FK FM:FM FO:FO FR:FR GB:GA UK:GB GJ:GD GG:GE FG:GF GK:GG GH:GH
  GI:GI GL:GL GA:GM GV:GN GP:GP EK:GQ GR:GR SX:GS GT:GT GQ:GU PU:GW GY:GY HK:HK HM:HM HO:HN HR:HR
  HA:HT HU:HU ID:ID EI:IE IS:IL IM:IM IN:IN IO:IO IZ:IQ IR:IR IC:IS IT:IT JE:JE JM:JM JO:JO JA:JP
  KE:KE KG:KG CB:KH KR:KI CN:KM SC:KN KN:KP KS:KR KU:KW CJ:KY KZ:KZ LA:LA LE:LB ST:LC LS:LI CE:LK
  LI:LR LT:LS LH:LT LU:LU LG:LV LY:LY MO:MA MN:MC MD:MD MJ:ME RN:MF MA:MG RM:MH MK:MK ML:ML BM:MM
  MG:MN MC:MO CQ:MP MB:MQ MR:MR MH:MS MT:MT MP:MU MV:MV MI:MW MX:MX MY:MY MZ:MZ WA:NA NC:NC NG:NE
  NF:NF NI:NG NU:NI NL:NL NO:NO NP:NP NR:NR NE:NU NZ:NZ MU:OM PM:PA PE:PE FP:PF PP:PG RP:PH PK:PK
  PL:PL SB:PM PC:PN RQ:PR WE:PS PO:PT PS:PW PA:PY QA:QA RE:RE RO:RO RI:RS RS:RU RW:RW SA:SA BP:SB
  SE:SC SU:SD SW:SE SN:SG SH:SH SI:SI SV:SJ LO:SK SL:SL SM:SM SG:SN SO:SO NS:SR OD:SS TP:ST ES:SV
  NN:SX SY:SY WZ:SZ TK:TC CD:TD FS:TF TO:TG TH:TH TI:TJ TL:TK TT:TL TX:TM TS:TN TN:TO TU:TR TD:TT
  TV:TV TW:TW TZ:TZ UP:UA UG:UG US:US UY:UY UZ:UZ VT:VA VC:VC VE:VE VI:VG VQ:VI VM:VN NH:VU WF:WF
  WS:WS YM:YE MF:YT SF:ZA ZA:ZM ZI:ZW
`;

/** Codes of parts that ISO counts otherwise, and of a state that FIPS withdrew. */
const FIPS_BESIDES: Readonly<Record<string, string>> = {
  // The West Bank is WE; Gaza belongs to the same state.
  GZ: 'PS',
  // Jan Mayen is joined with Svalbard.
  JN: 'SJ',
  // Serbia and Montenegro, which Serbia continues; RB was Serbia's for two years.
  YI: 'RS',
  RB: 'RS',
  // Wake, Midway, Johnston, Jarvis, Howland, Baker and Palmyra are one entry of ISO 3166-1.
  WQ: 'UM',
  MQ: 'UM',
  JQ: 'UM',
  DQ: 'UM',
  HQ: 'UM',
  FQ: 'UM',
  LQ: 'UM',
  // Bonaire, Sint Eustatius and Saba lay in the Netherlands Antilles.
  NT: 'BQ',
};

/** By FIPS code, the ISO code or the name of a state that ISO has no code for. */
export const BY_FIPS: ReadonlyMap<string, string> = new Map([
  ...FIPS.trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
  ...Object.entries(FIPS_BESIDES),
  ['KV', 'Kosovo'],
]);

/** Where CAMEO's code of an actor's country is none of ISO 3166-1 alpha-3: the ISO code, or the name of a state without one. */
export const BY_CAMEO: ReadonlyMap<string, string> = new Map([
  ['ROM', 'RO'],
  ['TMP', 'TL'],
  ['WSB', 'PS'],
  ['GZS', 'PS'],
  ['IMY', 'IM'],
  ['MTN', 'ME'],
  ['SCG', 'RS'],
  ['ZAR', 'CD'],
  ['BUR', 'MM'],
  ['KSV', 'Kosovo'],
  ['UNK', 'Kosovo'],
  ['XKX', 'Kosovo'],
  ['SUN', 'Soviet Union'],
  ['YUG', 'Yugoslavia'],
  ['CSK', 'Czechoslovakia'],
  ['DDR', 'German Democratic Republic'],
]);
