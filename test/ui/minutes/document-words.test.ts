// What the printed minutes say in words.
import { expect, test } from 'vitest';
import type { MinutesContent } from '../../../src/domain/minutes.ts';
import { unsaidSexOf } from '../../../src/ui/minutes/document-words.ts';

const counted = (registered: readonly [number, number | undefined, number | undefined], present: readonly [number, number, number]) =>
  unsaidSexOf({
    registeredVoters: registered[0],
    registeredMale: registered[1],
    registeredFemale: registered[2],
    presence: { voters: present[0], male: present[1], female: present[2] },
  } as MinutesContent);

test('men and women that add up need no word', () => {
  expect(counted([61, 30, 31], [35, 16, 19])).toBeUndefined();
  expect(counted([61, undefined, undefined], [35, 16, 19])).toBeUndefined();
});

test('who is listed as neither is said, so that the sums of the table can be followed', () => {
  expect(counted([61, 30, 30], [35, 16, 19])).toBe('terdaftar 1, hadir 0');
  expect(counted([61, 30, 30], [36, 16, 19])).toBe('terdaftar 1, hadir 1');
});
