import { OrganizationKind } from '../actor/actor.entity';
import { Level } from '../actor/position.entity';

/**
 * What ICEWS means by `X (Country)`: the label of a sector or office, and the state it is of. The lists were made by the sense of the
 * words. Labels that no list has are read by their words (see `icews-actor.rule.ts`); those that tell nothing become a warning.
 */
const list = (labels: string) => labels.trim().split(/\s*\n\s*/);

/** Offices that one person holds at a time, with their level where the words say it. */
export const OFFICES: ReadonlyMap<string, Level | null> = new Map<string, Level | null>([
  ['Head of State', Level.HEAD_OF_STATE],
  ['Head of Government', Level.HEAD_OF_GOVERNMENT],
  ['Undersecretary', Level.DEPUTY_MINISTER],
  ['Representative to the United Nations', Level.AMBASSADOR],
  ["Charge D'affaires", Level.SENIOR_OFFICIAL],
  ['National Security Advisor', Level.SENIOR_OFFICIAL],
  ['Attorney General', null],
  ['Governor General', null],
  ['Military Ruler', null],
  ['Interim Leader', null],
  ['House Speaker', null],
  ['President of the Senate', null],
  ['Chief of Staff', null],
  ['Army Chief of Staff', null],
  ['Chief of the Air Force', null],
  ['Commander in Chief of the Navy', null],
  ['Intelligence Chief', null],
  ['Chief of Intelligence', null],
  ['Inspector General', null],
  ['Chief Court Judge', null],
  ['Ombudsman', null],
]);

const { GOVERNMENT, MINISTRY, OTHER } = OrganizationKind;

/** Organs of the state, each one body; ministries are told by that word too. */
export const ORGANS: ReadonlyMap<string, OrganizationKind> = new Map<string, OrganizationKind>([
  ...list(`
    Government
    Cabinet / Council of Ministers / Advisors
    Interim Government
  `).map((label) => [label, GOVERNMENT] as const),
  ...list(`
    Foreign Affairs
    Domestic Affairs
    Labor Department
  `).map((label) => [label, MINISTRY] as const),
  ...list(`
    Air Force
    Appeals Court
    Armed Force
    Army Intelligence
    Army National Guard
    Assemblies
    Border Patrol
    Central Bank
    Civil Aviation Department
    Civil Service
    Congress
    Constitutional Court
    Consultative Assembly
    Department of Geologic Survey and its Mineral Exploration
    Development Council
    Drug Enforcement
    Election Commission
    Embassy
    Fire Brigade
    Government Affiliated Bank
    Government Commission
    High Commission
    House of Councillors
    House of Representatives
    Human Rights Commission
    Independent Electoral Commission
    Intelligence
    Inter Service Intelligence
    Investigative Commission
    Investment Commission
    Joint Chiefs of Staff
    Legislature
    Lower House of Parliament
    Marine Corp
    Military
    Military Academy
    Military Police
    Municipal Court
    National Anti-Corruption Commission
    National Board of Revenue
    National Economic Council
    National Intelligence Bureau
    Naval
    Naval Base
    Oversight Court
    Paramilitary Police
    Planning Commission
    Police
    Presidential Press Service
    Public Courts
    Public Works
    Regulator
    Religious Court
    Royal Administration
    Royal Court
    Secretariat
    Security Council
    Senate
    Sharia Court
    Space Agency
    Special Commission
    Special Court
    State Duma
    State Security Court
    Supreme Council
    Tourist Board
  `).map((label) => [label, OTHER] as const),
]);

/** People who hold an office of the state that others hold beside them: they act for it, as its organs do. */
export const OFFICIALS: ReadonlyMap<string, Level | null> = new Map<string, Level | null>([
  ...list(`
    Bureaucrat
    Civil Servant
    Customs Official
    Education Official
    Government Official
    Other Authorities / Officials
    Provincial Officials
    Trade Official
  `).map((label) => [label, Level.OFFICIAL] as const),
  ...list(`
    Director General
    High Ranking Military Personnel
    Presidential Aide
  `).map((label) => [label, Level.SENIOR_OFFICIAL] as const),
  ...list(`
    Admiral
    Air Marshall
    Airman
    Army Personnel
    City Manager
    City Mayor
    Commando
    Court Judge
    District Commissioner
    Envoy
    Federal Judge
    Government Delegation
    Government Lawmaker
    Government Lawyer/Representative
    Governor
    Honorary Consul
    Intelligence Officer
    Lawmaker
    Marine
    Member of Legislative (Govt)
    Member of Parliament
    Member of the Judiciary
    Military Advisor
    Military Judge
    Military Personnel
    Military Personnel - Special
    Navy Personnel
    Public Defender
    Public Prosecutor
    Regional Governor
    Representatives
    Reserve Personnel
    Secret Agent
  `).map((label) => [label, null] as const),
]);

/** Named bodies that are of a country and not its organs; other parties, movements and fronts are told by those words. */
export const BODIES: readonly string[] = list(`
  Liberals
  Main Opposition
  National Airline
  Opposition Coalition
  Ruling Coalition
  United Left
`);

/** People and things of a country that do not act for it. */
export const ROLES: readonly string[] = list(`
  Abbot
  Activist
  Actor
  Airline
  Alleged Militants
  Anglican
  Archbishop
  Archdiocese
  Armed Band
  Armed Gang
  Armed Insurgent
  Armed Opposition
  Armed Rebel
  Armed Separatist
  Armed Services Deserter
  Asylum Seeker
  Attack Craft
  Attack Helicopter
  Attacker
  Aircraft Carrier
  Bank
  Believer
  Bishop
  Blogger
  Buddhist
  Business
  Businessperson
  Catholic Bishop
  Catholic Missionaries
  Catholic Priest
  Chief Engineer
  Children
  Christian
  Citizen
  Civic Group
  Clergy
  Cleric
  Combatant
  Company - Owner or Operator
  Container Ship
  Coup D'etat Leader
  Criminal
  Defector
  Defense Attorney
  Defense Industry
  Detainee
  Displaced Families
  Dissident
  Drug Dealer
  Drug Gang
  Economist
  Education
  Employee
  Engineer
  Environmentalist
  Ethnic Group
  Ethnic Rebel
  Ethnic Separatists
  Expatriate
  Extremist
  Farm Worker
  Fighter Bomber
  Fishermen
  Food, Water, and Disaster Relief
  Freedom Fighter
  General Contractor
  Government Religious
  Guerilla Faction
  Guerrilla
  Guerrilla Leader
  Hacker
  Healthcare Facility
  Hindu
  Hindu Priest
  Hitman
  Holding Company
  Human Rights Activist
  Human Rights Group
  Human Rights Leader
  Hunter
  Illegal Immigrant
  Immigrants
  Indigenous People
  Industry
  Insurgency
  Insurgent
  Insurgent Leader
  Intellectual
  Islamic
  Islamic Extremist Group
  Islamic Militant
  Islamic Preacher
  Islamic Rebel
  Jew
  Jute and Textiles
  Kidnapper
  Labor Activist
  Labor Union
  Landowner
  Lawyer/Attorney
  Leftists
  Local Media
  Looter
  Media
  Media Personnel
  Medical Association
  Medical Personnel
  Men
  Methodist Church
  Militant
  Militant Monk
  Military Transport Plane
  Military Wing
  Militia
  Mob
  Monastery
  Mujahideen
  Murderer
  Muslim
  Muslim Cleric
  Muslim Doctor
  Muslim Militant
  Muslim Separatist Group
  National Press
  News Editor
  Newspaper
  Nurse
  Oil Tanker
  Opposition Activist
  Opposition Force
  Opposition Newspaper
  Opposition Supporter
  Organized Crime
  Ousted Head of State
  Party Member
  Party President
  Passenger Jet
  Peacekeeping Troop
  People Associated with the Opposition
  Pharmaceutical Firm
  Picketer
  Pilgrim
  Political Parties
  Population
  Preacher
  Prelate
  Presidential Candidate
  Presidential Family
  Priest
  Pro Democracy Group
  Professor
  Protester
  Protesting Worker
  Public Sector
  Rabbi
  Raider
  Rebel Commander
  Rebel Group
  Refugee
  Religion
  Resistance Group
  Resistance Leader
  Retired
  Rights Activist
  Rioter
  Sadhu
  Scholar
  Scientist
  Seamen
  Separatist
  Separatist Leader
  Separatist Militant
  Settler
  Sex Trade
  Sikh
  Social Worker
  Spy Plane
  State Media
  Steelmaker
  Striking Worker
  Student
  Student Dissident
  Tenants
  Terrorist
  Terrorist Leader
  Terrorist Organization
  The Poor
  Thief
  Tourist
  Transport
  Tribal Rebel
  Veterans
  Villager
  Violent Group
  Waiter
  Web Site
  Women
`);
