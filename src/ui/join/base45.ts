/** Base45 (RFC 9285): bytes in the alphabet that a QR code packs tightest, after digits. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const places: ReadonlyMap<string, number> = new Map([...alphabet].map((character, place) => [character, place]));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let place = 0; place < bytes.length; place += 2) {
    const pair = place + 1 < bytes.length;
    let value = pair ? (bytes[place] ?? 0) * 256 + (bytes[place + 1] ?? 0) : (bytes[place] ?? 0);
    for (let digit = 0; digit < (pair ? 3 : 2); digit += 1) {
      text += alphabet[value % 45];
      value = Math.floor(value / 45);
    }
  }
  return text;
}

/** Undefined for what no bytes come to. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let place = 0; place < text.length; place += 3) {
    const digits = [...text.slice(place, place + 3)].map((character) => places.get(character));
    if (digits.some((digit) => digit === undefined)) return undefined;
    const value = digits.reduceRight<number>((sum, digit) => sum * 45 + (digit ?? 0), 0);
    if (value >= (digits.length === 3 ? 65_536 : 256)) return undefined;
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}
