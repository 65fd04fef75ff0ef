/** What visits have left to be done, in English. */
import type { followUp as source } from '../id/follow-up.ts';

export const followUp: typeof source = {
  title: 'To follow up',
  ofCooperative: 'Agreed actions',
  none: 'Nothing is left to be done.',
  due: (day) => `due ${day}`,
  agreed: (day) => `agreed ${day}`,
  by: (person) => `by ${person}`,
  overdue: 'Overdue',
  dueToday: 'Today',
  all: (count) => `See all ${count}`,
  doneTitle: 'What became of it',
  doneOn: 'Done on',
  result: 'Result',
  resultHint: 'For example: done, partly done, or dropped and why.',
  record: 'Record the result',
  recorded: 'The result is recorded.',
  notRecorded: 'The result was not recorded',
  openVisit: 'Open the visit',
  doneBy: (day, officer) => `Done ${day}, recorded by ${officer}`,
};
