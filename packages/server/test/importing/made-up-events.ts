const STATES = [
  ['QAT', 'QATAR', 'QA'],
  ['IRQ', 'IRAQ', 'IZ'],
  ['NOR', 'NORWAY', 'NO'],
  ['KEN', 'KENYA', 'KE'],
  ['PER', 'PERU', 'PE'],
] as const;
/** To consult, to make a visit, to host one, to meet, to sign an agreement, and what is out of the domain. */
const CODES = ['040', '042', '043', '036', '057', '190'] as const;

/** Rows in the form of GDELT 2.0 that nobody ever published: several from an article, visits told from both sides, days that repeat. */
export function madeUpEvents(count: number): string {
  const rows: string[] = [];
  for (let at = 0; at < count; at++) {
    const code = CODES[at % CODES.length] as string;
    const day = `201903${String(1 + (Math.floor(at / 40) % 28)).padStart(2, '0')}`;
    const one = STATES[at % STATES.length] as (typeof STATES)[number];
    const other = STATES[(at + 1 + (Math.floor(at / 7) % 4)) % STATES.length] as (typeof STATES)[number];
    const cells = Array.from({ length: 61 }, () => '');
    cells[0] = String(9_000_000_000 + at);
    cells[1] = day;
    for (const [first, [country, name]] of [
      [5, one],
      [15, other],
    ] as const) {
      cells[first] = `${country}${at % 3 === 0 ? 'GOV' : ''}`;
      cells[first + 1] = name;
      cells[first + 2] = country;
      cells[first + 7] = at % 3 === 0 ? 'GOV' : '';
    }
    cells[26] = code;
    cells[27] = code;
    cells[28] = code.slice(0, 2);
    cells[51] = '1';
    cells[52] = one[1];
    cells[53] = one[2];
    cells[56] = '10.5';
    cells[57] = '20.5';
    cells[58] = one[2];
    cells[60] = `https://outlet-${at % 17}.example/article-${Math.floor(at / 3)}`;
    rows.push(cells.join('\t'));
  }
  return `${rows.join('\n')}\n`;
}
