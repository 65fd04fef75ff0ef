// Which packed page a row lies in: a meeting's papers each in one of their own, the rest in sixteen a noun and area.
import { meetingNouns, type Noun } from '../domain/noun.ts';

const spread = '0123456789abcdef';

/** The last hex digit of a root is evenly spread: ids are UUIDv7, whose tail is random. */
function digitOf(root: string): string {
  const last = root.at(-1) ?? '0';
  return spread.includes(last) ? last : (spread[last.charCodeAt(0) % 16] ?? '0');
}

export const bucketOf = (area: string, noun: Noun, root: string): string =>
  `${area}/${noun}/${meetingNouns.has(noun) ? root : digitOf(root)}`;

/** The root of a row as far as its id tells: a visit or meeting does not name its cooperative. */
export function rootFromId(noun: Noun, id: string): string | undefined {
  if (noun === 'visit' || noun === 'ratMeeting') return undefined;
  return noun === 'attendance' || noun === 'yearlyFigures' ? id.split(':')[0] : id;
}
