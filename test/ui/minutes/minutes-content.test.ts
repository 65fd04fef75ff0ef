// From a draft and the rows to the content that is signed.
import { describe, expect, test } from 'vitest';
import type { Attendance } from '../../../src/domain/attendance.ts';
import type { RatMeeting } from '../../../src/domain/rat-meeting.ts';
import type { Row } from '../../../src/domain/world.ts';
import { contentOf, frozenOf, problemsOf } from '../../../src/ui/minutes/minutes-content.ts';
import { firstDraftOf, keptDraft, type MinutesDraft } from '../../../src/ui/minutes/minutes-draft.ts';
import type { MinutesSources } from '../../../src/ui/minutes/minutes-sources.ts';
import { neededSigned } from '../../support/minutes.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  membersOf,
  officerOne,
  openingOf,
  policy,
  today,
} from '../../support/world.ts';

const record = { recordedBy: officerOne.id, recordedAt: today };
const meeting: RatMeeting = { ...meetingBody, ...record, opening: { ...openingOf(10), officerId: officerOne.id } };
const present = (number: number, more: Partial<Attendance> = {}): Attendance => ({
  meetingId,
  memberKey: `000${number}`,
  name: `Anggota ${number}`,
  sex: number % 2 === 0 ? 'female' : 'male',
  role: 'voter',
  mode: 'inPerson',
  arrivedAt: today,
  marks: [{ factId: idOf(number), officerId: officerOne.id, deviceId: idOf(1), at: today }],
  voids: [],
  ...more,
});
const adjourned = (more: Partial<RatMeeting> = {}): Row<'ratMeeting'> => ({
  noun: 'ratMeeting',
  id: idOf(0xd0),
  root: cooperativeId,
  area: kukar,
  version: 1,
  data: { ...meeting, adjournment: { adjournedAt: today, present: 3, reason: 'Kurang', officerId: officerOne.id }, ...more },
});
const sources: MinutesSources = {
  cooperativeId,
  meetingId,
  area: kukar,
  cooperative: { ...cooperativeBody, ...record },
  meeting,
  meetings: [],
  roster: { cooperativeId, members: membersOf(10), ...record },
  attendance: [1, 2, 3, 4, 5, 6].map((number) => present(number)),
  minutes: undefined,
  figures: [],
  policy,
};
const secondCall = {
  ...sources,
  meeting: {
    ...meeting,
    callNumber: 2 as const,
    opening: meeting.opening && { ...meeting.opening, quorumRule: policy.parameters.secondCall },
  },
};
const frozen = (of: MinutesSources = sources) => {
  const found = frozenOf(of);
  if (!found) throw new Error('not open');
  return found;
};
const typed = (more: Partial<MinutesDraft> = {}): MinutesDraft => ({
  ...firstDraftOf(meeting),
  endTime: '13:00',
  chairName: ' Ketua Sidang ',
  secretaryName: 'Notulis',
  ratified: { 2025: { assets: 0, shu: undefined } },
  ...more,
});
const rulesOf = (draft: MinutesDraft) =>
  problemsOf(draft, contentOf(draft, frozen()), neededSigned, 12, today).map(({ rule, field }) => `${rule} ${field}`);

describe('what nobody types', () => {
  test('is there only once the meeting is open', () => {
    expect(frozenOf({ ...sources, meeting: { ...meeting, opening: undefined } })).toBeUndefined();
  });

  test('counts who is present from the marks alone: no observers, no voided marks', () => {
    const voided = present(7, {
      voids: [{ factId: idOf(99), officerId: officerOne.id, deviceId: idOf(1), at: today, markId: idOf(7), reason: 'Salah' }],
    });
    const attendance = [...sources.attendance, voided, present(8, { role: 'observer' })];
    expect(frozen({ ...sources, attendance })).toMatchObject({
      presence: { voters: 6, male: 3, female: 3, inPerson: 6, others: 1 },
      quorumReached: true,
    });
  });

  test('holds no count that the office would not read', () => {
    expect(Object.keys(frozen().presence).sort()).toEqual(['delegate', 'female', 'inPerson', 'male', 'online', 'others', 'voters']);
  });

  test('knows the registered men and women from the roster, and says nothing where the roster does not', () => {
    expect(frozen()).toMatchObject({ registeredMale: 5, registeredFemale: 5 });
    expect(frozen({ ...sources, roster: undefined }).registeredMale).toBeUndefined();
  });

  test('judges a second call by its own rule only after an adjourned first for the same book year', () => {
    const few = { ...secondCall, attendance: [present(1), present(2)] };
    expect(frozen({ ...few, meetings: [adjourned()] })).toMatchObject({
      firstCallNotReached: true,
      quorumReached: true,
      decisionRule: policy.parameters.secondCallDecision,
    });
    for (const meetings of [
      [],
      [adjourned({ bookYears: [2024] })],
      [adjourned({ adjournment: undefined })],
      [adjourned({ kind: 'ralb' })],
    ]) {
      expect(frozen({ ...few, meetings })).toMatchObject({
        firstCallNotReached: false,
        quorumReached: false,
        decisionRule: policy.parameters.firstCallDecision,
      });
    }
  });
});

describe('the content', () => {
  test('keeps a blank figure blank and a zero a zero (I11)', () => {
    expect(contentOf(typed(), frozen()).ratified).toEqual([{ bookYear: 2025, figures: { assets: 0 } }]);
  });

  test('leaves out shares without an amount, and keeps one of nothing', () => {
    const shares = [
      { key: 'a', purpose: 'Cadangan' },
      { key: 'b', purpose: 'Sosial', amount: 0 },
    ];
    expect(contentOf(typed({ shares }), frozen()).shuAllocation).toEqual([{ purpose: 'Sosial', amount: 0 }]);
    expect(contentOf(typed(), frozen()).shuAllocation).toBeUndefined();
  });

  test('says by the rule whether a decision was adopted', () => {
    const vote = { agendaKey: 'other' as const, text: 'Suara', method: 'vote' as const };
    const decisions = [
      { ...vote, key: 'a', yes: 4, no: 2 },
      { ...vote, key: 'b', yes: 3, no: 2 },
      { ...vote, key: 'c', method: 'consensus' as const, yes: 9 },
    ];
    const content = contentOf(typed({ decisions }), frozen());
    expect(content.decisions.map(({ adopted }) => adopted)).toEqual([true, false, true]);
    expect(content.decisions[2]?.yes).toBeUndefined();
  });

  test('is the same text for the same draft, whenever it is made', () => {
    expect(contentOf(keptDraft(JSON.parse(JSON.stringify(typed()))), frozen())).toEqual(contentOf(typed(), frozen()));
  });

  test('of a meeting past midnight ends on the next day', () => {
    const { startedAt, endedAt } = contentOf(typed({ startTime: '20:00', endTime: '01:30' }), frozen());
    expect(endedAt - startedAt).toBe(5.5 * 3_600_000);
  });
});

describe('what stands between a draft and the seal', () => {
  test('is nothing once it is filled', () => {
    expect(rulesOf(typed())).toEqual([]);
  });

  test('is every blank, each with its place', () => {
    expect(
      rulesOf(
        typed({
          place: ' ',
          endTime: undefined,
          chairName: '',
          ratified: {},
          decisions: [{ key: 'a', agendaKey: 'other', text: ' ', method: 'consensus' }],
        }),
      ),
    ).toEqual([
      'fieldRequired place',
      'fieldRequired endedAt',
      'fieldRequired chairName',
      'fieldRequired decisions.0',
      'figuresMissing ratified.2025',
    ]);
  });

  test('is an hour of the end before the beginning', () => {
    expect(rulesOf(typed({ startTime: '13:00', endTime: '09:00' }))).toEqual(['endsBeforeStart endedAt']);
  });

  test('is a text that the office could not read', () => {
    expect(rulesOf(typed({ number: 'x'.repeat(121) }))).toEqual(['unreadable number']);
  });
});
