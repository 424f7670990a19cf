/** A visit counts half as much after so many milliseconds. */
const HALF_LIFE = 5 * 24 * 3_600_000;
const MOST = 200;

/** What a place's visits weigh, and the moment that this was so. */
export type Visits = Readonly<Record<string, { weight: number; at: number }>>;

export const weightOf = (visits: Visits, id: string, now: number): number => {
  const visit = visits[id];
  return visit === undefined ? 0 : visit.weight * 2 ** ((visit.at - now) / HALF_LIFE);
};

/** One more visit; the lightest places are forgotten. */
export function withVisit(visits: Visits, id: string, now: number): Visits {
  const next = { ...visits, [id]: { weight: weightOf(visits, id, now) + 1, at: now } };
  const ids = Object.keys(next);
  if (ids.length <= MOST) return next;
  const kept = ids.sort((a, b) => weightOf(next, b, now) - weightOf(next, a, now)).slice(0, MOST);
  return Object.fromEntries(kept.map((kept) => [kept, next[kept]!]));
}

const keyOf = (userId: string) => `parvis-visits-${userId}`;

/** Which conversations I open, on this device. */
export function readVisits(userId: string): Visits {
  try {
    return JSON.parse(localStorage.getItem(keyOf(userId)) ?? '{}') as Visits;
  } catch {
    return {};
  }
}

export function recordVisit(userId: string, channelId: string): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(withVisit(readVisits(userId), channelId, Date.now())));
  } catch {
    // A browser that keeps nothing sorts by what is unread and by name.
  }
}

export const forgetVisits = (userId: string): void => localStorage.removeItem(keyOf(userId));
