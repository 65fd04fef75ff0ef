/** The lists of visits and of meetings, in English. */
import type { ownLists as source } from '../id/own-lists.ts';

export const ownLists: typeof source = {
  visits: 'Visits',
  visitsHow: 'A new visit begins on the page of its cooperative.',
  meetings: 'RAT',
  meetingsHow: 'A new RAT begins on the page of its cooperative.',
  mine: 'Only mine',
  every: 'All',
  toCooperatives: 'Choose a cooperative',
  visitList: 'List of visits',
  meetingList: 'List of RATs',
  stateFilter: 'Filter by state',
  noVisits: { title: 'No visit yet', body: 'Finished visits appear here, also before they are sent.' },
  noMeetings: { title: 'No RAT fits', body: 'RATs planned or recorded in your areas appear here.' },
  by: (name) => `by ${name}`,
};
