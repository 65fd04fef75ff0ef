// The proof that two sides hold the same rows: a count and an XOR of marks for each area and noun, whatever the order they came in.
import { type Noun, nouns } from './noun.ts';

/** 64 bits of a row's noun, id and version, in two halves of 32 bits: JavaScript's operators know no more. */
export interface Mark {
  high: number;
  low: number;
}

/**
 * Two multiplicative hashes over `noun/id#version`, each spread over all its bits at the end. It finds what went astray, it does not withstand
 * who forges rows: for that there are the chains. SHA-256 would cost a tablet some ten microseconds a row, this one a fraction of one.
 */
export function markOf(noun: Noun, id: string, version: number): Mark {
  const text = `${noun}/${id}#${version}`;
  let high = 0x243f6a88;
  let low = 0x13198a2e;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul((low << 5) ^ (low >>> 27) ^ code, 0x85ebca77);
  }
  return { high: spread(high ^ (low >>> 15)), low: spread(low ^ (high >>> 13)) };
}

function spread(half: number): number {
  let mixed = Math.imul(half ^ (half >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x6c9e9c35);
  return mixed ^ (mixed >>> 16);
}

export interface Digest extends Mark {
  count: number;
}

export const emptyDigest: Digest = { count: 0, high: 0, low: 0 };

/** `by` 1 for a row that came, -1 for one that went: XOR takes back what it added. */
export const withMark = (digest: Digest, mark: Mark, by: 1 | -1): Digest => ({
  count: digest.count + by,
  high: digest.high ^ mark.high,
  low: digest.low ^ mark.low,
});

/** As it travels: the marks' XOR as 16 hex digits. */
export interface WireDigest {
  count: number;
  mark: string;
}

export const emptyWireDigest: WireDigest = { count: 0, mark: '0'.repeat(16) };

const hexOf = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
export const wireDigestOf = ({ count, high, low }: Digest): WireDigest => ({ count, mark: `${hexOf(high)}${hexOf(low)}` });

export type AreaDigests = Partial<Record<Noun, WireDigest>>;

/** One text for the digests of an area, to be hashed and compared at a glance; a noun without rows is left out. */
export const digestText = (digests: AreaDigests): string =>
  nouns.flatMap((noun) => (digests[noun]?.count ? [`${noun}:${digests[noun].count}:${digests[noun].mark}`] : [])).join(';');

/** The nouns of which the two sides hold different rows. */
export const differingNouns = (here: AreaDigests, there: AreaDigests): Noun[] =>
  nouns.filter((noun) => {
    const [own, other] = [here[noun] ?? emptyWireDigest, there[noun] ?? emptyWireDigest];
    return own.count !== other.count || own.mark !== other.mark;
  });
