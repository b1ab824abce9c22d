import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Resident memory of a process, in MB. */
export function residentMb(pid) {
  return statusOf(pid, 'VmRSS');
}

/** The most it ever had. */
export function peakMb(pid) {
  return statusOf(pid, 'VmHWM');
}

function statusOf(pid, name) {
  return (
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  );
}

/** Seconds of processor time it has used. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Whether a process holds the TCP connection whose own port this is. */
export function holdsPort(pid, port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const inode = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, local]) => local?.endsWith(`:${hex}`))?.[9];
  return readdirSync(`/proc/${pid}/fd`).some((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`;
    } catch {
      return false;
    }
  });
}

const asked = new Map();
for (const [at, word] of process.argv.entries()) {
  const [, name, value] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? [];
  if (name) asked.set(name, value ?? process.argv[at + 1]);
}

/** A number of the command line: `--name 5` or `--name=5`. */
export function option(name, fallback) {
  if (!asked.has(name)) return fallback;
  const number = Number(asked.get(name));
  if (Number.isFinite(number)) return number;
  console.error(`--${name} is a number.`);
  process.exit(2);
}

/** Words of the command line, by their names: those that were given. */
export function words(...names) {
  return Object.fromEntries(names.filter((name) => asked.has(name)).map((name) => [name, asked.get(name)]));
}
