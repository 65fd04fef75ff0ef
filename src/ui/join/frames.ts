/** Something larger than one code, cut into frames that are shown one after another, again and again, until the other tablet has them all. */
import { hashOf } from '../../data/hash.ts';
import { fromBase45, toBase45 } from './base45.ts';

/** So many fit a code of version 15, whose dots a cheap camera still tells apart on another tablet's screen. */
const bytesPerFrame = 480;
/** Of five thousand members, with room. */
const mostFrames = 999;
/** Unpacked, in bytes: more is no roster. */
const mostBytes = 4_000_000;
const markLength = 12;

/** `PT2/3F09A1B2C4D5/2/18/…`: what it belongs to, which of how many, its bytes. Undefined when it is too much for a camera. */
export async function framesOf(content: unknown): Promise<string[] | undefined> {
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(content)), mostBytes);
  if (!packed) return undefined;
  const count = Math.ceil(packed.length / bytesPerFrame);
  if (count > mostFrames) return undefined;
  const mark = markOf(packed);
  return Array.from({ length: count }, (_, place) => {
    const part = packed.subarray(place * bytesPerFrame, (place + 1) * bytesPerFrame);
    return `PT2/${mark}/${place + 1}/${count}/${toBase45(part)}`;
  });
}

const framePattern = /^PT2\/([0-9A-F]{12})\/(\d{1,3})\/(\d{1,3})\/([0-9A-Z $%*+\-./:]{2,1200})$/;
const markOf = (bytes: Uint8Array): string => hashOf(toBase45(bytes)).slice(0, markLength).toUpperCase();

export interface Gathering {
  mark: string;
  count: number;
  parts: ReadonlyMap<number, Uint8Array>;
}

/** What is there once this frame has been seen; one of another showing begins anew. The same object when it brought nothing. */
export function gather(held: Gathering | undefined, text: string): Gathering | undefined {
  const [, mark, placeText, countText, body = ''] = framePattern.exec(text) ?? [];
  const [place, count] = [Number(placeText), Number(countText)];
  if (mark === undefined || !(place >= 1 && place <= count)) return held;
  const before = held?.mark === mark && held.count === count ? held : undefined;
  const part = before?.parts.has(place) ? undefined : fromBase45(body);
  if (!part) return held;
  return { mark, count, parts: new Map([...(before?.parts ?? []), [place, part]]) };
}

export const isWhole = ({ parts, count }: Gathering): boolean => parts.size === count;

/** Undefined where the frames do not come to what they say they are. */
export async function contentOfFrames({ mark, count, parts }: Gathering): Promise<unknown> {
  const packed = joined(Array.from({ length: count }, (_, place) => parts.get(place + 1) ?? new Uint8Array()));
  if (markOf(packed) !== mark) return undefined;
  const bytes = await through(new DecompressionStream('deflate-raw'), packed, mostBytes).catch(() => undefined);
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    return undefined;
  }
}

/** Undefined for more than `most` bytes, which are not waited for. */
async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(value);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
