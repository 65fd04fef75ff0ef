// The national ID of a person (NIK, 16 digits): found in any text so that none is stored (UU 27/2022); a name and a phone are enough.

/** Written in one piece, or in the groups in which cards and forms show it. Digits of hashes and of other ids are not taken for it. */
const shapes =
  /(?<![\da-f]|[\da-f]-)(?:\d{6}([ .-]?)\d{6}\1\d{4}|\d{4}([ .-])\d{4}\2\d{4}\2\d{4}|\d{2}[ .]\d{2}[ .]\d{2}[ .-]\d{6}[ .-]\d{4})(?![\da-f])/g;

/** Six digits of a district, the birthday (a woman's day plus 40), four of a running number. Other numbers of sixteen digits are let be. */
function isNationalId(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  const [province, day, month] = [digits.slice(0, 2), digits.slice(6, 8), digits.slice(8, 10)].map(Number) as [number, number, number];
  const birthday = day > 40 ? day - 40 : day;
  return province >= 11 && province <= 97 && birthday >= 1 && birthday <= 31 && month >= 1 && month <= 12;
}

export const holdsNationalId = (text: string): boolean => (text.match(shapes) ?? []).some(isNationalId);

export const maskNationalIds = (text: string): string =>
  text.replace(shapes, (found) => (isNationalId(found) ? '*'.repeat(found.length) : found));

/**
 * The place of a text of a fact's body that holds one, as the rules name fields. What a change replaces is not asked: it may be what is being
 * mended. Nor is the key of a mark's member: it was judged with the roster.
 */
export function nationalIdPlace(body: unknown, path = ''): string | undefined {
  if (typeof body === 'string') return path !== 'memberKey' && holdsNationalId(body) ? path : undefined;
  if (typeof body !== 'object' || body === null) return undefined;
  for (const [key, value] of Object.entries(body)) {
    if (key === 'from') continue;
    const place = path === '' || path === 'changes' ? key : key === 'to' ? path : `${path}.${key}`;
    const found = nationalIdPlace(value, place);
    if (found !== undefined) return found;
  }
  return undefined;
}
