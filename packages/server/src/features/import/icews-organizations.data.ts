import { OrganizationKind } from '../actor/actor.entity';
import { CAMEO_GROUPS } from './cameo-groups.data';

const { ARMED_GROUP, COMPANY, IGO, MEDIA, NGO, OTHER } = OrganizationKind;

const of = (orgKind: OrganizationKind, names: string) =>
  names.split('|').map((name) => [name.trim(), orgKind] as const);

/** Organizations whose names do not say that they are one: well known ones, by general knowledge, and those CAMEO has a code for. */
export const KNOWN_ORGANIZATIONS: ReadonlyMap<string, OrganizationKind> = new Map<string, OrganizationKind>([
  ...[...CAMEO_GROUPS.values()].map(([name, orgKind]) => [name, orgKind] as const),
  ...of(
    IGO,
    'African Union|ASEAN|Andean Community|Arab League|BRICS|East African Community|European Central Bank|European Parliament|European Commission|Eurasian Economic Community|G20|G7|G8|Mercosur|NATO|OPEC|OSCE|UNESCO|UNICEF|World Trade Organization|Special Rapporteurs of the United Nations|High Commission for Refugees',
  ),
  ...of(
    ARMED_GROUP,
    'Abu Sayyaf|Al-Qaeda|Al-Shabaab|Boko Haram|Fatah al-Islam|Hezbollah|Islamic State|Islamic State of Iraq and the Levant|Jemaah Islamiyah|Lashkar-e-Taiba|Mahdi Army|Taliban|Tehrik-i-Taliban Pakistan',
  ),
  ...of(
    MEDIA,
    'Agence France-Presse|Al Arabiya|Al Jazeera|Armenpress|Corriere della Sera|Der Spiegel|Gazeta Wyborcza|Haaretz|Interfax|ITAR TASS|Kyodo|La Repubblica|Le Figaro|Le Monde|Milliyet|Reuters|RIA Novosti|Ukrinform|Xinhua|Yonhap|Asahi Shimbun|Yomiuri Shimbun',
  ),
  ...of(
    COMPANY,
    'Airbus|Amazon.com|AvtoVAZ|Boeing|Chevron|Daewoo|Ecopetrol|Embraer|Exxon|ExxonMobil|Facebook|Gazprom|Google|Halliburton|Huawei|Hyundai|Mazda|Microsoft|Mitsubishi|Nokia|Panasonic|Pemex|Pepsico|Petrobras|Petrochina|Petroecuador|Rio Tinto|Rosneft|Rosoboronexport|Royal Dutch Shell|Samsung|Siemens|SoftBank|Tesco|Total|Toyota|Volkswagen',
  ),
  ...of(NGO, 'ActionAid|Greenpeace|Oxfam|Transparency International|Reporters Sans Frontieres'),
  ...of(
    OTHER,
    'Al-Azhar University|Chongwadae|Fatah|Hamas|Jobbik|Kuomintang|Likud|Muhammadiyah|NASA|Scotland Yard|Shiv Sena|USAID|Verkhovna Rada|Vatican|Knesset|Bundestag|Kremlin|Pentagon|White House',
  ),
]);
