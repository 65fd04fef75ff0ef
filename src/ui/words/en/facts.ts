/** What an officer recorded, fact by fact, in English. */
import type { facts as source } from '../id/facts.ts';

/** One record is the commonest count of all. */
const s = (count: string): string => (count === '1' ? '' : 's');

export const facts: typeof source = {
  types: {
    areaRecorded: (count) => `${count} area${s(count)}`,
    officerRecorded: (count) => `${count} new officer${s(count)}`,
    officerChanged: (count) => `${count} change${s(count)} of officers`,
    policyRecorded: (count) => `${count} rule${s(count)} of the office`,
    cooperativeRecorded: (count, name) => `${count} new cooperative${s(count)}: ${name}`,
    cooperativeChanged: (count, name) => `${count} change${s(count)} of the profile of ${name}`,
    cooperativeMoved: (count, name) => `${count} move${s(count)} of ${name} to another regency`,
    figuresRecorded: (count, name) => `${count} set${s(count)} of yearly figures of ${name}`,
    figuresChanged: (count, name) => `${count} change${s(count)} of the figures of ${name}`,
    visitRecorded: (count, name) => `${count} visit${s(count)} to ${name}`,
    visitAmended: (count, name) => `${count} amendment${s(count)} of a visit to ${name}`,
    visitPhotosReceived: (count, name) => `${count} receipt${s(count)} of photos of a visit to ${name}`,
    ratMeetingRecorded: (count, name) => `${count} RAT plan${s(count)} of ${name}`,
    ratMeetingChanged: (count, name) => `${count} change${s(count)} of the RAT plan of ${name}`,
    ratMeetingOpened: (count, name) => `${count} opening${s(count)} of the RAT of ${name}`,
    ratMeetingAdjourned: (count, name) => `${count} adjournment${s(count)} of the RAT of ${name}`,
    ratMeetingHeld: (count, name) => `${count} RAT${s(count)} held at ${name}`,
    ratVerified: (count, name) => `${count} verification${s(count)} of the RAT of ${name}`,
    ratReturned: (count, name) => `${count} return${s(count)} of the RAT of ${name}`,
    ratResubmitted: (count, name) => `${count} resubmission${s(count)} of the RAT of ${name}`,
    ratSheetsAdded: (count, name) => `${count} photographed attendance sheet${s(count)} of the RAT of ${name}`,
    ratSheetsReceived: (count, name) => `${count} receipt${s(count)} of attendance sheets of the RAT of ${name}`,
    rosterRecorded: (count, name) => `${count} list${s(count)} of members for the RAT of ${name}`,
    rosterMembersStruck: (count, name) => `${count} removal${s(count)} of members for the RAT of ${name}`,
    attendanceMarked: (count, name) => `${count} mark${s(count)} of attendance at the RAT of ${name}`,
    attendanceVoided: (count, name) => `${count} voided mark${s(count)} at the RAT of ${name}`,
    minutesSigned: (count, name) => `${count} set${s(count)} of minutes of the RAT of ${name}`,
    cooperativeConflictResolved: (count, name) => `${count} decision${s(count)} on differing entries in the profile of ${name}`,
    figuresConflictResolved: (count, name) => `${count} decision${s(count)} on differing figures of ${name}`,
    visitConflictResolved: (count, name) => `${count} decision${s(count)} on differing entries of a visit to ${name}`,
    ratMeetingConflictResolved: (count, name) => `${count} decision${s(count)} on differing entries of the RAT of ${name}`,
    minutesConflictResolved: (count, name) => `${count} decision${s(count)} on differing entries of the minutes of ${name}`,
    attendanceConflictResolved: (count, name) => `${count} decision${s(count)} on attendance at the RAT of ${name}`,
    minutesAmended: (count, name) => `${count} amendment${s(count)} of the minutes of ${name}`,
  },
  unknownType: (count, type) => `${count} record${s(count)} of type ${type}`,
  unknownCooperative: '(cooperative not on this tablet yet)',
  decided: (value) => `decided: ${value}`,
  changed: (from, to) => `${from} → ${to}`,
  membersListed: (count) => `${count} member${s(count)}`,
};
