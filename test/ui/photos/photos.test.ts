import { expect, test } from 'vitest';
import { photoStateOf } from '../../../src/ui/photos/photo-list.tsx';
import { fittedSize } from '../../../src/ui/photos/shrink.ts';

test.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [800, 600, 800, 600],
  [1600, 1, 1600, 1],
  [100_000, 10, 1600, 1],
])('a photo of %i x %i is kept as %i x %i', (width, height, keptWidth, keptHeight) => {
  expect(fittedSize(width, height)).toEqual({ width: keptWidth, height: keptHeight });
});

test('where a photo is: the office’s word first, then what the tablet holds, else another tablet', () => {
  expect(photoStateOf('a', ['a'], { state: 'refused' })).toBe('atOffice');
  expect(photoStateOf('a', [], { state: 'atOffice' })).toBe('atOffice');
  expect(photoStateOf('a', ['b'], { state: 'unsent' })).toBe('unsent');
  expect(photoStateOf('a', undefined, { state: 'refused' })).toBe('refused');
  expect(photoStateOf('a', ['b'])).toBe('elsewhere');
});
