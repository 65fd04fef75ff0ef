// A member's card: a code with the member's number and a checksum, so that a card of another cooperative is known as one. No name is in it.
import { memberKeySchema } from './roster.ts';

const cardPattern = /^PT1:([^:]+):([0-9a-z]{6})$/;

/** `PT1:0012:1k3f9a`. The same for as long as the member keeps the number. */
export const cardTextOf = (cooperativeId: string, memberKey: string): string => `PT1:${memberKey}:${checksumOf(cooperativeId, memberKey)}`;

export type CardReading =
  | { kind: 'card'; memberKey: string }
  /** A card of a cooperative other than this one, or one that was made up. */
  | { kind: 'otherCard' }
  /** Some other code. */
  | { kind: 'noCard' };

export function readCard(text: string, cooperativeId: string): CardReading {
  const [, memberKey = '', checksum] = cardPattern.exec(text) ?? [];
  if (!memberKeySchema.safeParse(memberKey).success) return { kind: 'noCard' };
  return checksum === checksumOf(cooperativeId, memberKey) ? { kind: 'card', memberKey } : { kind: 'otherCard' };
}

/** FNV-1a in 32 bits: it tells a card that does not belong here, and keeps nobody from forging one; the officer sees who stands there. */
function checksumOf(cooperativeId: string, memberKey: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${cooperativeId}/${memberKey}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, '0').slice(-6);
}
