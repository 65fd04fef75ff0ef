// Chance that can be repeated: one seed gives one demo province, and a change in one part of it leaves the others as they are.

export interface Chance {
  /** A number from 0 up to but without 1. */
  next(): number;
  /** 32 bits. */
  bits(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  happens(probability: number): boolean;
}

/** A stream of its own for each subject, so that what is added to one part does not move the rest (sfc32). */
export function chanceOf(seed: number, subject: string): Chance {
  let [a, b, c, counter] = [seed | 0, hashOfText(subject), 0x9e3779b9, 1];
  const bits = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return mixed >>> 0;
  };
  for (let round = 0; round < 16; round += 1) bits();
  const next = () => bits() / 4294967296;
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    bits,
    between,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[between(0, from.length - 1)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    happens: (probability) => next() < probability,
  };
}

/** Picks by weight; the weights are added up once for many picks. */
export function pickerOf<T>(items: readonly T[], weightOf: (item: T) => number): (chance: Chance) => T {
  let sum = 0;
  const ends = items.map((item) => {
    sum += weightOf(item);
    return sum;
  });
  return (chance) => {
    const drawn = chance.next() * sum;
    const picked = items[ends.findIndex((end) => drawn < end)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
}

/** UUIDv7 in shape: the moment in front, chance behind, so that the same seed gives the same ids. */
export function idsOf(seed: number, subject: string): (at: number) => string {
  const chance = chanceOf(seed, `ids of ${subject}`);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return (at) => {
    const time = hex(Math.max(0, Math.trunc(at)), 12);
    const [middle, upper, lower] = [chance.bits(), chance.bits(), chance.bits()];
    const variant = hex(0x8000 | (upper >>> 18), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(middle >>> 20, 3)}-${variant}-${hex(middle & 0xffff, 4)}${hex(lower, 8)}`;
  };
}

function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
