// Bytes that begin like a photo, each different, for tests that send them without looking at them.
import { createHash } from 'node:crypto';

const start = [0xff, 0xd8, 0xff, 0xe0];

/** The same seed gives the same photo. */
export function photoOf(bytes: number, seed: number): Uint8Array<ArrayBuffer> {
  const photo = new Uint8Array(bytes);
  let state = seed * 2_654_435_761 + 1;
  for (let place = 0; place < bytes; place += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    photo[place] = state >>> 24;
  }
  photo.set(start);
  return photo;
}

export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
