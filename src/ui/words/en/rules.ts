/** Why a fact is refused, in English: what is wrong, then what to do. */
import type { rules as source } from '../id/rules.ts';

export const rules: typeof source = {
  I2: (bookYear) => `There is another RAT for book year ${bookYear}. Both are kept; the office decides which one counts. Tell the office.`,
  I4Members: (male, female, total) => `${male} men and ${female} women do not add up to ${total}. Mend the figures.`,
  I4Presence: (present, registered) =>
    `More are present (${present}) than there are registered voters (${registered}). Check the attendance list.`,
  I4: 'The number of voters is not the one that was fixed when the meeting opened. Use the fixed number, or call the office.',
  I5: 'The minutes are signed: neither they nor the attendance can be changed. Amend the minutes, with a reason.',
  I7: (bookYear) => `The meeting is earlier than the end of book year ${bookYear}. Check the date or the book year.`,
  I10: 'This cooperative is dissolved or being wound up: only liquidation visits can be recorded.',
  alreadyOpened: 'This meeting has been opened, so its plan cannot be called off. Adjourn it if there is no quorum.',
  alreadyRecorded: 'The office already has a record of this number. It need not be sent again.',
  alreadyVerified: 'This RAT is verified, so a field officer cannot change it. Ask a verifier to reopen it.',
  area: 'This cooperative is outside your areas. Ask the office to add the area, or leave it to that area’s officer.',
  areaMoved:
    'This cooperative has moved to another area, which is not one of yours. All of it is kept here and at the office; tell the office, so that the officer of that area goes on with it.',
  areaOfSubject: 'The area of this record is not that of its cooperative. Call the office.',
  author: 'This record was made by another officer of this tablet. That officer must sign in and send it.',
  bookYearTwice: 'A book year is written twice. Remove one of them.',
  conflictNotOpen:
    'This difference has been decided or is no longer there. Open the record; if it is still wrong, change the entry as usual.',
  conflictNotYours:
    'The officer who recorded this, or the office, decides about it. Tell them; you may always give way with your own value.',
  contentHash: 'The minutes changed after they were signed. Ask for the signatures once more.',
  decisionResult: 'The result of a decision does not fit its votes. Check the votes for, against and abstaining.',
  deviceSeqTaken: 'This tablet’s sequence number was used by another record. The office keeps it; call the office before going on.',
  endsBeforeStart: 'The end is earlier than the start. Mend the times.',
  fieldRequired: 'This field must not be left empty. Fill it in again, then save.',
  figuresMissing: (bookYear) => `The report’s figures for book year ${bookYear} are missing. Enter them first.`,
  figuresOtherYear: (bookYear) =>
    `Book year ${bookYear} is not one of this meeting. Remove its figures, or add the book year to the meeting.`,
  figuresTwice: (bookYear) => `The figures of book year ${bookYear} are entered twice. Remove one of them.`,
  futureDay: 'That day has not come yet. Check the date, and the clock of this tablet.',
  heldWithoutMinutes: 'A RAT cannot be recorded as held without minutes. Open the meeting and write its minutes.',
  idTaken: 'This record’s number was used by another one. The office keeps it; call the office.',
  markedAndVoided:
    'This member was marked present on one tablet and voided on another, neither knowing of the other. They count as present until somebody decides.',
  meetingAdjourned: 'This meeting was adjourned. Record the second call as a new meeting.',
  nationalId: 'A field holds a person’s national ID (16 digits), which must not be kept. Remove the number; a name is enough.',
  notAsRatified: 'A RAT has ratified this figure. Change it by an amendment of the minutes, with its reason.',
  notHeld: 'This meeting has not been held, so it cannot be verified.',
  notOnRoster: 'This name is not on the meeting’s list of voters. Record an observer or a guest.',
  notOpened: 'This meeting is not open yet. Open it first.',
  notOwnVisit: 'Another officer recorded this visit; only that officer or the office can change it.',
  notRecorded: 'What was changed does not exist at the office. Call the office and name the cooperative.',
  notReturned: 'This RAT was not returned, so it need not be handed in again.',
  notWaiting: 'This RAT is not waiting for verification.',
  otherMinutes: 'The minutes at the office are not those signed on this tablet. Call the office before going on.',
  onRoster: 'This name is on the roster of voters. Mark it present among the members.',
  quorumNotReached: (present, registered) =>
    `There is no quorum yet: ${present} of ${registered} voters are present. Adjourn and record a second call.`,
  reasonRequired: 'This decision changes a finished document or the attendance list. Write the reason, then save again.',
  sameArea: 'This cooperative is in that area already. Choose another regency or city.',
  role: 'Your role may not do this. Ask the office to do it.',
  ruleFailed:
    'The app failed to process this record; it is not your mistake. Its content is kept whole. Call the office and send a picture of this screen.',
  rosterFrozen: 'The meeting is open, so its list of voters cannot be changed. Record others as observers.',
  shuAllocation: (allocated, shu) => `The shares of the SHU add up to ${allocated}, while the SHU is ${shu}. Make them equal.`,
  shuMissing: 'The SHU is shared out but its amount is missing. Enter the SHU first.',
  shuNegative: 'A share of the SHU must not be below zero. Mend the shares.',
  signatureMissing: 'A signature that is needed is missing. Ask for it.',
  subjectId: 'This record points at the wrong thing. Call the office and send a picture of this screen.',
  termEndsBeforeStart: 'A term on the board ends before it begins. Mend the dates.',
  tooManySheets: 'This RAT has too many photos of attendance sheets already. This photo stays on the tablet; call the office.',
  tooManyWaiting:
    'Too many of your records wait for data that have not reached the office. The office keeps this record’s content; call the office.',
  unknownArea: 'This office has no such area. Check the code of the regency or city.',
  unreadable: 'The office cannot read this record, perhaps because of the app’s version.',
  votesAbovePresent: (votes, present) => `There are more votes (${votes}) than voters present (${present}). Check the votes.`,
  votesMissing: 'A decision by vote has no votes yet. Enter the votes for and against.',
  unknown: (rule) => `It does not meet the rule "${rule}". Call the office and name this rule.`,
};
