// Members' cards: what is in the code, and which cards a roll call takes.
import { expect, test } from 'vitest';
import { cardTextOf, readCard } from '../../src/domain/member-card.ts';
import { cooperativeId, idOf } from '../support/world.ts';

test('a card says the number of its member, and nothing else of the member', () => {
  const text = cardTextOf(cooperativeId, '0012');
  expect(text).toMatch(/^PT1:0012:[0-9a-z]{6}$/);
  expect(readCard(text, cooperativeId)).toEqual({ kind: 'card', memberKey: '0012' });
});

test.each([['A-7/2'], ['local.3'], ['x'.repeat(60)]])('every key that a roster may have fits on a card: %s', (memberKey) => {
  expect(readCard(cardTextOf(cooperativeId, memberKey), cooperativeId)).toEqual({ kind: 'card', memberKey });
});

test('a card of another cooperative with the same number is not taken for one of this', () => {
  expect(readCard(cardTextOf(idOf(0xc2), '0012'), cooperativeId)).toEqual({ kind: 'otherCard' });
});

test('a number that was written into the code by hand is seen', () => {
  expect(readCard(cardTextOf(cooperativeId, '0012').replace('0012', '0013'), cooperativeId)).toEqual({ kind: 'otherCard' });
});

test.each([[''], ['https://contoh.id'], ['PT1:0012'], ['PT1::aaaaaa'], [`PT1:${'x'.repeat(61)}:aaaaaa`], ['PT1:a b:aaaaaa']])(
  'any other code is no card: %s',
  (text) => {
    expect(readCard(text, cooperativeId)).toEqual({ kind: 'noCard' });
  },
);
