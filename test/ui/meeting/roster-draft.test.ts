// A roster on its way to being recorded.
import { expect, test } from 'vitest';
import { freshMembersOf, isBlankDraft, keptRosterDraft, rosterActs, strikeActs, withKeys } from '../../../src/ui/meeting/roster-draft.ts';
import { cooperativeId, kukar, meetingId, membersOf } from '../../support/world.ts';

const subject = { meetingId, cooperativeId, area: kukar };

test('a long roster travels in parts', () => {
  const acts = rosterActs(membersOf(2500), 'pasted', subject);
  expect(acts.map((act) => act.type === 'rosterRecorded' && act.body.members.length)).toEqual([1000, 1000, 500]);
  expect(strikeActs(['a', 'b'], '  ', subject)).toEqual([
    { type: 'rosterMembersStruck', id: meetingId, area: kukar, body: { memberKeys: ['a', 'b'] } },
  ]);
});

test('members without a number get keys of their own', () => {
  let made = 0;
  const newKey = () => `key-${++made}`;
  expect(
    withKeys(
      [
        { memberKey: '0107', name: 'Siti' },
        { memberKey: undefined, name: 'Budi' },
      ],
      newKey,
    ),
  ).toEqual([
    { memberKey: '0107', name: 'Siti' },
    { memberKey: 'key-1', name: 'Budi' },
  ]);
});

test('only those who are not there yet are taken over', () => {
  expect(freshMembersOf(membersOf(5), membersOf(3)).map((member) => member.memberKey)).toEqual(['0004', '0005']);
});

test('a draft of another app is read as far as it goes', () => {
  const kept = keptRosterDraft({ text: '0107\tSiti', columns: ['number', 'colour'], typed: { name: 'Budi' } });
  expect(kept).toMatchObject({ text: '0107\tSiti', source: 'pasted', typed: { name: 'Budi', memberNumber: '', group: '' } });
  expect(kept.columns).toBeUndefined();
  expect(isBlankDraft(kept)).toBe(false);
  expect(isBlankDraft(keptRosterDraft(undefined))).toBe(true);
});
