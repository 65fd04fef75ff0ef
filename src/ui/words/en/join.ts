/** Taking a meeting over from another tablet, in English. */
import type { join as source } from '../id/join.ts';

export const join: typeof source = {
  show: 'Bring in another tablet',
  showTitle: 'Bring in another tablet',
  showHow:
    'On the other tablet open RAT, tap “Join from another tablet”, then point its camera at this code. Leave this screen open until that tablet is done.',
  showWhat: (members) =>
    `It holds the plan of the meeting and its roster of ${members}. Marks are not in it; they are joined at the office.`,
  code: 'Code of the meeting, to be scanned by another tablet',
  frame: (now, of) => `Part ${now} of ${of}`,
  tooLarge: {
    title: 'The roster is too long for a code',
    body: 'Connect both tablets with the office before the meeting, so that the other one receives it.',
  },
  noRoster: { title: 'There is no roster yet', body: 'Prepare the roster first, then bring in another tablet.' },
  open: 'Join from another tablet',
  title: 'Join from another tablet',
  how: 'On the first tablet open the meeting, tap “Bring in another tablet”, then point the camera at its code. Hold it until every part is read.',
  camera: 'Camera picture: point it at the code on the first tablet',
  gathered: (count, of) => `${count} of ${of} parts read`,
  joined: (members) => `The meeting is here, with ${members} members.`,
  alreadyHere: 'This tablet has the meeting already.',
  unreadable: {
    title: 'This code is no meeting that can be read',
    body: 'The first tablet’s app may be newer. Update both tablets, or use one tablet only.',
  },
  otherArea: {
    title: 'This meeting is outside your area',
    body: 'This tablet can only record in its officer’s area. The officer of that area records it.',
  },
  noCooperative: { title: 'The cooperative is not on this tablet yet', body: 'Connect the tablet with the office once, then try again.' },
  notKept: { title: 'The tablet cannot save', body: 'Make room on the tablet, then scan again.' },
  again: 'Scan again',
  lentTitle: 'This meeting came from another tablet',
  lentBody:
    'The figures here are this tablet’s marks alone. Once both tablets have reached the office all marks are joined; a member marked twice counts once.',
};
