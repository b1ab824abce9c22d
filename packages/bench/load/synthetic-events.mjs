// Rows in the form of an event dataset, made up: names of states and offices, days in order, nothing that ever happened.
import { closeSync, openSync, writeSync } from 'node:fs';

const STATES = [
  'Albania',
  'Algeria',
  'Argentina',
  'Australia',
  'Austria',
  'Bahrain',
  'Belgium',
  'Brazil',
  'Canada',
  'Chad',
  'Chile',
  'China',
  'Colombia',
  'Cuba',
  'Denmark',
  'Egypt',
  'Ethiopia',
  'Finland',
  'France',
  'Germany',
  'Ghana',
  'Greece',
  'India',
  'Indonesia',
  'Iraq',
  'Ireland',
  'Israel',
  'Italy',
  'Japan',
  'Jordan',
  'Kenya',
  'Kuwait',
  'Laos',
  'Lebanon',
  'Libya',
  'Malaysia',
  'Mexico',
  'Morocco',
  'Nepal',
  'Nigeria',
  'Norway',
  'Oman',
  'Pakistan',
  'Peru',
  'Poland',
  'Portugal',
  'Qatar',
  'Romania',
  'Senegal',
  'Spain',
  'Sudan',
  'Sweden',
  'Thailand',
  'Tunisia',
  'Uganda',
  'Ukraine',
  'Yemen',
  'Zambia',
]; // prettier-ignore
const OFFICES = ['Head of Government', 'Foreign Affairs', 'Ministry', 'Government'];
const EVENTS = [
  'Consult',
  'Consult',
  'Express intent to meet or negotiate',
  'Make a visit',
  'Make a visit',
  'Host a visit',
  'Engage in negotiation',
  'Discuss by telephone',
  'Sign formal agreement',
  'Engage in diplomatic cooperation',
  'Praise or endorse',
]; // prettier-ignore

/** Of the same seed the same rows. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % sides;
  };
}

/** Writes so many rows, some thirty a day, of which a third names an office and a twentieth a person. */
export function writeEvents(file, rows, seed = 1) {
  const roll = dice(seed);
  const actor = () => {
    const state = STATES[roll(STATES.length)];
    const kind = roll(20);
    if (kind === 0) return `Person ${roll(2_000)} of ${state}`;
    return kind < 7 ? `${OFFICES[roll(OFFICES.length)]} (${state})` : state;
  };
  const out = openSync(file, 'w');
  let lines = 'event_date\tactor\tevent_text\trecipient\tslice\n';
  for (let row = 0; row < rows; row++) {
    const day = new Date(
      Date.UTC(2005, 0, 1) + Math.floor((row * 4_000) / Math.max(rows, 120_000)) * 86_400_000,
    );
    lines += `${day.toISOString().slice(0, 10)}\t${actor()}\t${EVENTS[roll(EVENTS.length)]}\t${actor()}\tsynthetic-${row}\n`;
    if (lines.length > 1_000_000) {
      writeSync(out, lines);
      lines = '';
    }
  }
  writeSync(out, lines);
  closeSync(out);
}
