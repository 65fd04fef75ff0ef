/** What was lost with a tablet's storage, in English. */
import type { loss as idWords } from '../id/loss.ts';

export const loss: typeof idWords = {
  emptied: 'The browser has deleted the data on this tablet',
  emptiedSafe: 'What had reached the office is safe and comes back when you sign in with a network.',
  unknown: 'There is no note of what was left unsent; ask the office which record arrived last.',
  nothingUnsent: 'By the last note, nothing was left unsent.',
  unsent: (count) => `By the last note, ${count} records had not reached the office:`,
  title: (count) => `${count} records were lost from this tablet`,
  body: 'The browser deleted the tablet’s storage before these records had reached the office. Their content cannot be brought back from this tablet; everything else is safe.',
  act: 'Record them again from paper or memory, or hand in a rescue file if you have made one. Tell the office the numbers below.',
  unnamed: (from, to) => `Records number ${from} to ${to}; of which kind is not known.`,
  list: 'Lost records',
  recordedAt: (first, last) => (last === undefined ? `Recorded ${first}` : `Recorded ${first} to ${last}`),
  numbers: (numbers) => `number ${numbers}`,
  seen: 'Seen to',
};
