// Counts guesses at a password in windows of time: each before the slow hash is begun, so that many at once are no way around the limit.

export interface GuessLimit {
  most: number;
  windowMs: number;
}

export type Guess = { kind: 'counted'; takeBack: () => void } | { kind: 'tooMany'; forMs: number };

/** So that whoever makes up names by the thousand fills no memory: the oldest windows are let go first. */
const mostWindows = 20_000;

export function createGuesses({ most, windowMs }: GuessLimit, now: () => number): { count: (key: string) => Guess } {
  const windows = new Map<string, { guesses: number; endsAt: number }>();

  const windowOf = (key: string, at: number) => {
    const open = windows.get(key);
    if (open && open.endsAt > at) return open;
    const fresh = { guesses: 0, endsAt: at + windowMs };
    // Set anew at the end, so that the map stays in the order in which windows end.
    windows.delete(key);
    windows.set(key, fresh);
    for (const [oldest, { endsAt }] of windows) {
      if (endsAt > at && windows.size <= mostWindows) break;
      windows.delete(oldest);
    }
    return fresh;
  };

  return {
    count: (key) => {
      const at = now();
      const current = windowOf(key, at);
      if (current.guesses >= most) return { kind: 'tooMany', forMs: current.endsAt - at };
      current.guesses += 1;
      const takeBack = () => {
        current.guesses -= 1;
      };
      return { kind: 'counted', takeBack };
    },
  };
}
