/** Looks for the tablet's position for a minute at the most, then lets the battery rest. */
import type { VisitFields } from './visit-draft.ts';

export type Position = NonNullable<VisitFields['position']>;
export type SearchFailure = 'refused' | 'unavailable' | 'timeout' | 'unsupported';

export const longestSearchMs = 60_000;
// Below ten metres a cooperative's house is told from its neighbour's; more would only cost battery.
const goodEnoughMetres = 10;

export interface SearchNews {
  /** A first position, or a more accurate one. */
  found: (position: Position) => void;
  /** The search is over; a failure only when nothing was found. */
  ended: (failure?: SearchFailure) => void;
}

/** Answers how to stop it. */
export function searchPosition(geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch'> | undefined, news: SearchNews): () => void {
  if (!geolocation) {
    news.ended('unsupported');
    return () => undefined;
  }
  let best: number | undefined;
  let over = false;
  let watch: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (failure?: SearchFailure) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    if (watch !== undefined) geolocation.clearWatch(watch);
    news.ended(best === undefined ? failure : undefined);
  };
  timer = setTimeout(() => end('timeout'), longestSearchMs);
  watch = geolocation.watchPosition(
    ({ coords, timestamp }) => {
      if (over || (best !== undefined && coords.accuracy >= best)) return;
      best = coords.accuracy;
      news.found({
        latitude: rounded(coords.latitude),
        longitude: rounded(coords.longitude),
        accuracyMetres: Math.ceil(coords.accuracy),
        takenAt: Math.round(timestamp),
      });
      if (best <= goodEnoughMetres) end();
    },
    ({ code }) => end(failures[code] ?? 'unavailable'),
    { enableHighAccuracy: true, maximumAge: 0, timeout: longestSearchMs },
  );
  // An answer may come before the number of the watch does.
  if (over) geolocation.clearWatch(watch);
  return () => end();
}

const failures: Record<number, SearchFailure> = { 1: 'refused', 2: 'unavailable', 3: 'timeout' };

/** Six decimals are a hand's breadth; more would pretend. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
