/** Today, in English. */
import type { today as source } from '../id/today.ts';

export const today: typeof source = {
  title: 'Today',
  drafts: 'Unfinished drafts',
  draftKinds: { visit: 'Visit', meeting: 'RAT plan', roster: 'Members for a RAT', minutes: 'Minutes', cooperative: 'Change of profile' },
  savedAt: (moment) => `saved ${moment}`,
  unknownCooperative: 'The cooperative is not on this tablet yet',
  meetingsToday: 'RATs today',
  meetingsWeek: 'RATs this week',
  meetingsOverdue: 'RAT plans whose day has passed',
  meetingsAll: (count) => `See all ${count} RATs`,
  meetingsReturned: 'RATs sent back by the office',
  bookYears: (years) => `book year ${years}`,
  due: 'RAT due',
  dueCount: (count) => `${count} cooperatives`,
  dueAll: (count) => `See all ${count} cooperatives`,
  overdue: 'Past the report date',
  missed: (count) => `${count} years without RAT`,
  unsent: 'Not sent yet',
  unsentBody: (count) => `${count} records are safe on this tablet and not at the office yet.`,
  sendNow: 'Send now',
  seeAll: 'See the details',
  lost: (count) => `${count} records were lost with the tablet’s storage`,
  attention: {
    title: (count) => `${count} records need a look`,
    body: 'The office refused them or found a difference. Everything in them is still whole on this tablet.',
    act: 'See them under Sync',
  },
  update: {
    title: 'A new version of Pantau is ready',
    body: 'Drafts and records stay. Reloading takes a moment and needs no network.',
    act: 'Use the new version',
  },
  calm: { title: 'Nothing is waiting today', body: 'There are no drafts, planned RATs or records to be sent.' },
};
