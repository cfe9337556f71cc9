// What was written without a network waits here, in this browser, under the person who wrote it, until the server has it.
// Each entry has a key of its own, so that two tabs never write over each other, and an identifier by which the server knows it again.
const patience = 20_000;
const underWay = new Set();

export function keep(user, entry) {
  localStorage.setItem(keyOf(user, entry), JSON.stringify(entry));
}

export function forget(user, entry) {
  localStorage.removeItem(keyOf(user, entry));
  changed();
}

// Those that nobody is sending right now, the oldest first.
export function waiting(user) {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(`unsent:${user}:`))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null'))
    .filter((entry) => entry && !underWay.has(entry.entryId))
    .sort((one, other) => one.at.localeCompare(other.at));
}

// 'sent', 'waiting' (no network, signed out, the server is in trouble), or the sentence with which the server refused it. Only the
// server's own answer counts: in a hotel anything may answer 200.
export async function send(user, entry) {
  underWay.add(entry.entryId);
  try {
    return await post(user, entry);
  } finally {
    underWay.delete(entry.entryId);
    changed();
  }
}

async function post(user, entry) {
  let answer;
  try {
    answer = await fetch(entry.to, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ ...entry.input, entryId: entry.entryId, byId: user }),
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return 'waiting';
  }
  if (answer.status === 201) return 'sent';
  const problem = await answer.json().catch(() => null);
  if (!problem || answer.status === 401 || answer.status === 429 || answer.status >= 500 || problem.code === 'follow-up.of-other-person') return 'waiting';
  return { refused: Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail };
}

// Identifiers without crypto.randomUUID, which browsers only offer over https.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const keyOf = (user, entry) => `unsent:${user}:${entry.entryId}`;
const changed = () => document.querySelectorAll('unsent-entries').forEach((list) => list.show());
