/** A sheet of members' cards for a roster: numbers and codes, no names. */
import type { Cooperative } from '../../domain/cooperative.ts';
import { cardTextOf } from '../../domain/member-card.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { fileNameOf } from '../paper/file-name.ts';
import type { Card, Paper } from '../paper/paper.ts';

export interface CardsPaperSources {
  cooperativeId: string;
  cooperative: Cooperative;
  members: readonly RosterMember[];
  isDemo: boolean;
}

const byNumber = new Intl.Collator('id', { numeric: true });

/** In the order of their numbers. A member without a number has a key that the next roster may give to somebody else: no card. */
export function cardsOf({ cooperativeId, cooperative, members }: Omit<CardsPaperSources, 'isDemo'>): Card[] {
  const heading = cooperativeTitle(cooperative);
  return members
    .flatMap(({ memberKey, memberNumber }) =>
      memberNumber === undefined ? [] : [{ heading, number: memberNumber, code: cardTextOf(cooperativeId, memberKey) }],
    )
    .sort((one, other) => byNumber.compare(one.number, other.number));
}

export function cardsPaperOf(sources: CardsPaperSources): Paper {
  const name = cooperativeTitle(sources.cooperative);
  return {
    title: 'Kartu anggota',
    fileName: fileNameOf('Kartu anggota', name),
    letterhead: { office: [], name, lines: [] },
    isDemo: sources.isDemo || sources.cooperative.isDemo === true,
    isBare: true,
    blocks: [{ kind: 'cards', cards: cardsOf(sources) }],
  };
}
