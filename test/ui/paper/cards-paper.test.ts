// The sheet of members' cards: who gets one, and what is on it.
import { expect, test } from 'vitest';
import { readCard } from '../../../src/domain/member-card.ts';
import type { RosterMember } from '../../../src/domain/roster.ts';
import { cardsOf, cardsPaperOf } from '../../../src/ui/meeting/cards-paper.ts';
import { cooperative } from '../../support/papers.ts';
import { laidOut, saidBy } from '../../support/pdf.ts';
import { cooperativeId, membersOf } from '../../support/world.ts';

const sourcesOf = (members: readonly RosterMember[]) => ({ cooperativeId, cooperative, members, isDemo: false });

test('every member with a number gets a card that a roll call of this cooperative takes, in the order of the numbers', () => {
  const [one, two, ten] = ['1', '2', '10'].map((number) => ({ memberKey: number, memberNumber: number, name: `Anggota ${number}` }));
  const cards = cardsOf(sourcesOf([ten, two, one].filter((member) => member !== undefined)));
  expect(cards.map(({ number }) => number)).toEqual(['1', '2', '10']);
  expect(cards.map(({ code }) => readCard(code, cooperativeId))).toEqual(
    ['1', '2', '10'].map((memberKey) => ({ kind: 'card', memberKey })),
  );
});

test('a member without a number gets none, and no card has a name', () => {
  const members: RosterMember[] = [...membersOf(2), { memberKey: 'local-1', name: 'Tanpa Nomor' }];
  const said = saidBy(cardsPaperOf(sourcesOf(members))).join('\n');
  expect(cardsOf(sourcesOf(members))).toHaveLength(2);
  expect(said).not.toMatch(/Anggota 1|Tanpa Nomor/);
});

test('twenty-four stand on a sheet, of five hundred members as of twenty-five', async () => {
  expect((await laidOut(cardsPaperOf(sourcesOf(membersOf(24))))).pages).toBe(1);
  expect((await laidOut(cardsPaperOf(sourcesOf(membersOf(25))))).pages).toBe(2);
  expect((await laidOut(cardsPaperOf(sourcesOf(membersOf(500))))).pages).toBe(21);
});
