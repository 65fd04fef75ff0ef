// The way from a plan to a sealed RAT.
import { expect, test } from 'vitest';
import { isStepOpen, type MeetingProgress, meetingSteps, nextStep } from '../../../src/ui/meeting/meeting-steps.ts';

const planned: MeetingProgress = {
  state: 'planned',
  memberCount: 0,
  opened: false,
  quorumReached: false,
  minutesBegun: false,
  sealed: false,
};
const open: MeetingProgress = { ...planned, state: 'open', memberCount: 60, opened: true };

test('each step leads to the next', () => {
  expect(nextStep(planned)).toBe('roster');
  expect(nextStep({ ...planned, memberCount: 60 })).toBe('open');
  expect(nextStep(open)).toBe('rollCall');
  expect(nextStep({ ...open, quorumReached: true })).toBe('minutes');
  expect(nextStep({ ...open, quorumReached: true, minutesBegun: true })).toBe('sign');
  expect(nextStep({ ...open, state: 'waitingForVerification', sealed: true })).toBe('finished');
});

test('minutes begun without a quorum lead back to the roll call', () => {
  expect(nextStep({ ...open, minutesBegun: true })).toBe('rollCall');
});

test('an adjourned meeting stops at its roll call', () => {
  expect(nextStep({ ...open, state: 'adjourned', minutesBegun: true, quorumReached: true })).toBe('rollCall');
});

test('nothing behind the opening can be reached before it', () => {
  expect(meetingSteps.filter((step) => isStepOpen(step, planned))).toEqual(['plan', 'roster']);
  expect(meetingSteps.filter((step) => isStepOpen(step, open))).toEqual(['plan', 'roster', 'rollCall', 'minutes']);
  expect(isStepOpen('sign', { ...open, minutesBegun: true })).toBe(true);
});
