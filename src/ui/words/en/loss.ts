/** What was lost with a tablet's storage, in English. */
import type { loss as idWords } from '../id/loss.ts';

export const loss: typeof idWords = {
  emptied: 'The browser has deleted the data on this tablet',
  emptiedOf: (name) => `The browser has deleted the data of ${name} on this tablet`,
  emptiedSafe: 'What had reached the office is safe and comes back when you sign in with a network.',
  unknown: 'There is no note of what was left unsent; ask the office which record arrived last.',
  nothingUnsent: 'By the last note, nothing was left unsent.',
  unsent: (count) => `By the last note, ${count} records had not reached the office:`,
  title: (count) => `${count} records were lost from this tablet`,
  body: 'The browser deleted the tablet’s storage before these records had reached the office. Their content cannot be brought back from this tablet; everything else is safe.',
  act: 'Record them again from paper or memory, or hand in a rescue file if you have made one. Tell the office the numbers below.',
  unnamed: (numbers) => `Records number ${numbers}; of which kind is not known.`,
  heldTitle: (count) => `${count} records lost from this tablet are held at the office`,
  heldBody: 'The office keeps them whole until it decides; they do not count yet. Do not record them again: ask the office first.',
  heldToo: (count) => `${count} others are held at the office until it decides; do not record those again yet.`,
  refusedTitle: (count) => `${count} records lost from this tablet were refused by the office`,
  refusedBody: 'They came another way and are kept at the office, but do not count. Ask the office why, then record them again.',
  refusedToo: (count) => `${count} others reached the office and were refused; ask the office why.`,
  arrivedTitle: (count) => `${count} records lost from this tablet are at the office`,
  arrivedBody: 'All of them came another way, such as a rescue file. Nothing needs to be recorded again.',
  arrivedToo: (count) => `${count} others have reached the office another way.`,
  list: 'Lost records',
  recordedAt: (first, last) => (last === undefined ? `Recorded ${first}` : `Recorded ${first} to ${last}`),
  numbers: (numbers) => `number ${numbers}`,
  seen: 'Seen to',
};
