/** Why a fact of a rescue file is refused, for the office that takes it in, in English. */
import type { deskRules as source } from '../id/desk-rules.ts';

export const deskRules: typeof source = {
  I2: 'There is another RAT for the same book year. Both are kept: verify the one that was really held, return the other.',
  I4: 'The number of voters is not the one that was fixed when the meeting opened. Have the officer record it again with that number.',
  alreadyVerified: 'This RAT is verified, so the officer’s change does not count. Talk to the officer before the verification is changed.',
  area: 'This cooperative is outside that officer’s areas. If it should be inside, have the administrator add the area; the officer then records it again.',
  areaMoved: 'This cooperative has moved out of that officer’s areas. All of it is kept; let the officer of the other area go on with it.',
  areaOfSubject:
    'The area of this record is not that of its cooperative. Check the cooperative’s area, then have the officer record it again.',
  author: 'This record is not from the officer or the tablet of this file. It lies in quarantine; let the administrator look at it.',
  conflictNotYours: 'This difference is not in that officer’s record, so it is not theirs to decide. Decide it in the list of differences.',
  deviceSeqTaken:
    'Its number was used by another record of that tablet. It is kept; the tablet sends it under a new number with its next sync.',
  futureDay: 'The date has not come yet. Have the officer check the date and the tablet’s clock, then record it again.',
  idTaken: 'The number of this record was used by another one. It lies in quarantine; let the administrator compare the two.',
  notRecorded: 'What it changes is not here. The record it belongs to may be in another file or on another tablet; ask the officer.',
  otherMinutes: 'The minutes here are not those signed on that tablet. Compare the two with the officer.',
  role: 'That officer’s role does not include this. If it is needed, do it with an account that may.',
  ruleFailed: 'The app failed on this record. All of it is kept; let the administrator report it to whoever maintains the app.',
  subjectId: 'This record points to the wrong thing. It is kept; ask the officer, then have it recorded again.',
  tooManySheets: 'This RAT has too many photos of attendance sheets already. This one is still on the officer’s tablet.',
  tooManyWaiting:
    'Too many records of that officer wait for data that has not come. Hand in the earlier parts first; the officer then records the refused ones again.',
  unknown: (rule) => `Against the rule "${rule}". Have the administrator update Pantau on this computer, then look again.`,
};
