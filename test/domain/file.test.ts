import { expect, test } from 'vitest';
import { arrivedOf, filesNamedIn } from '../../src/domain/file-exchange.ts';
import { fileTypeOf } from '../../src/domain/file-kind.ts';
import { photoOf } from '../support/photo.ts';

const bytes = (...start: (number | string)[]) =>
  new Uint8Array(start.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part])));

test.each([
  ['image/jpeg', photoOf(100, 1)],
  ['image/png', bytes(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
  ['application/pdf', bytes('%PDF-1.7')],
  [undefined, bytes('<html>')],
  [undefined, bytes('GIF89a')],
  [undefined, bytes('PK', 3, 4)],
  [undefined, bytes('XXXX', 1, 2, 3, 4, 'WEBP')],
  [undefined, bytes()],
] as const)('the kind %s is told by how the bytes begin', (type, start) => {
  expect(fileTypeOf(start)).toBe(type);
});

const reference = (digit: string) => ({ sha256: digit.repeat(64), bytes: 5, type: 'image/jpeg' as const, takenAt: 1 });

test('what a fact names is found in its photos, its sheets and both sides of a change, and nowhere else', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(reference);
  expect(filesNamedIn({ photos: [a, a], findings: b })).toEqual([a]);
  expect(filesNamedIn({ files: [a, b] })).toEqual([a, b]);
  expect(filesNamedIn({ changes: { photos: { from: [a], to: [b, c] } }, reason: 'x' })).toEqual([a, b, c]);
  for (const other of [undefined, null, 'text', 5, [], { photos: 'no' }, { changes: null }, { files: ['a'.repeat(64)] }])
    expect(filesNamedIn(other)).toEqual([]);
});

test('the meter counts what the office says it has', () => {
  const named = ['a', 'b', 'c'].map(reference);
  expect(arrivedOf(named, ['a'.repeat(64), 'f'.repeat(64)])).toHaveLength(1);
  expect(arrivedOf(named)).toEqual([]);
});
