// Minutes on the tablet: drafted, sealed in one transaction, closed for marks, amended after a return.
import { beforeEach, describe, expect, test } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { readDraft, saveDraft } from '../../src/data/drafts.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow } from '../../src/data/rows.ts';
import { attendanceIdOf } from '../../src/domain/attendance.ts';
import { sealedContentOf } from '../../src/domain/minutes.ts';
import { meetingStateOf } from '../../src/domain/rat-meeting.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { amendmentActs, changedSinceSigned, contentHashOf, sealingActs } from '../../src/ui/minutes/minutes-acts.ts';
import { contentOf, frozenIn, frozenOf, problemsOf } from '../../src/ui/minutes/minutes-content.ts';
import { amendmentDraftOf, draftKeyOf, firstDraftOf, keptDraft, type MinutesDraft } from '../../src/ui/minutes/minutes-draft.ts';
import { type MinutesSources, readMinutesSources } from '../../src/ui/minutes/minutes-sources.ts';
import { sealMinutes } from '../../src/ui/minutes/seal-minutes.ts';
import { neededSigned } from '../support/minutes.ts';
import { arrive, tabletOf } from '../support/tablet.ts';
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
  today,
  verifier,
} from '../support/world.ts';

let db: FieldDatabase;
beforeEach(async () => {
  db = await tabletOf(officerOne, { deviceId: idOf(1) });
  const board = [
    { personName: 'Ketua Lama', role: 'chair' as const },
    { personName: 'Pengawas Lama', role: 'supervisor' as const },
  ];
  await record(
    { type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: { ...cooperativeBody, board } },
    { type: 'ratMeetingRecorded', id: meetingId, area: kukar, body: meetingBody },
    { type: 'rosterRecorded', id: meetingId, area: kukar, body: { cooperativeId, members: membersOf(10) } },
    { type: 'ratMeetingOpened', id: meetingId, area: kukar, body: openingOf(10) },
    ...['0001', '0002', '0003', '0004', '0005', '0006'].map(markOf),
  );
});

const record = async (...acts: Act[]) => expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
const markOf = (memberKey: string): Act => ({
  type: 'attendanceMarked',
  id: attendanceIdOf(meetingId, memberKey),
  area: kukar,
  body: { meetingId, memberKey, name: `Anggota ${memberKey}`, role: 'voter', mode: 'inPerson', arrivedAt: today },
});

async function sourcesNow(): Promise<MinutesSources> {
  const sources = await readMinutesSources(db, cooperativeId, meetingId);
  if (!sources) throw new Error('the tablet does not know the meeting');
  return sources;
}

const contentNow = (draft: MinutesDraft, sources: MinutesSources) => {
  const frozen = frozenOf(sources);
  if (!frozen) throw new Error('the meeting is not open');
  return contentOf(draft, frozen);
};

const typedDraft = (sources: MinutesSources): MinutesDraft => ({
  ...firstDraftOf(sources.meeting),
  endTime: '13:00',
  chairName: 'Ketua Sidang',
  secretaryName: 'Notulis Sidang',
  decisions: [{ key: 'a', agendaKey: 'ratification', text: 'LPJ disahkan.', method: 'vote', yes: 4, no: 1 }],
  ratified: { 2025: { membersMale: 4, membersFemale: 6, membersTotal: 10, assets: 90_000_000, shu: 5_000_000 } },
  shares: [{ key: 'a', purpose: 'Cadangan', amount: 5_000_000 }],
  elected: [{ key: 'a', personName: 'Ketua Baru', role: 'chair', fromOn: '2026-07-06', toOn: '2031-07-05' }],
});

async function seal() {
  const sources = await sourcesNow();
  const draft = typedDraft(sources);
  await saveDraft(db, { key: draftKeyOf(meetingId), kind: 'minutes', cooperativeId, content: draft });
  const content = contentNow(draft, sources);
  expect(problemsOf(draft, content, neededSigned, 12, today)).toEqual([]);
  const acts = sealingActs(sources, content, neededSigned);
  const result = await recordActs(db, acts, { doneDraft: draftKeyOf(meetingId), now: today });
  return { content, acts, result };
}

describe('sealing', () => {
  test('records minutes, meeting, figures and board together and takes the draft away', async () => {
    const { content, acts, result } = await seal();
    expect(result).toMatchObject({ kind: 'recorded' });
    expect(acts.map(({ type }) => type)).toEqual(['minutesSigned', 'ratMeetingHeld', 'figuresRecorded', 'cooperativeChanged']);
    const sources = await sourcesNow();
    expect(sources.minutes).toMatchObject({ place: 'Balai Desa', presence: { voters: 6 }, contentHash: contentHashOf(content) });
    expect(meetingStateOf(sources.meeting)).toBe('waitingForVerification');
    expect(sources.meeting.holding).toMatchObject({ present: 6, registeredVoters: 10, quorumReached: true });
    expect(sources.figures).toMatchObject([{ bookYear: 2025, source: 'rat', shu: 5_000_000 }]);
    expect(sources.cooperative.board).toMatchObject([{ personName: 'Pengawas Lama' }, { personName: 'Ketua Baru' }]);
    expect(await readDraft(db, draftKeyOf(meetingId))).toBeUndefined();
  });

  test('keeps the draft and records nothing while one signature is missing', async () => {
    const sources = await sourcesNow();
    const draft = typedDraft(sources);
    await saveDraft(db, { key: draftKeyOf(meetingId), kind: 'minutes', cooperativeId, content: draft });
    const before = await db.outbox.count();
    const acts = sealingActs(sources, contentNow(draft, sources), neededSigned.slice(1));
    const result = await recordActs(db, acts, { doneDraft: draftKeyOf(meetingId), now: today });
    expect(result).toMatchObject({ kind: 'refused', rule: 'signatureMissing', field: 'signatures.chair' });
    expect(await db.outbox.count()).toBe(before);
    expect(keptDraft((await readDraft(db, draftKeyOf(meetingId)))?.content)).toEqual(draft);
  });

  test('is refused at half of the members, and nothing at all is recorded', async () => {
    const mark = await readRow(db, 'attendance', attendanceIdOf(meetingId, '0006'));
    const markIds = mark?.data.marks.map(({ factId }) => factId) ?? [];
    const body = { meetingId, markIds, reason: 'Salah orang' };
    await record({ type: 'attendanceVoided', id: attendanceIdOf(meetingId, '0006'), area: kukar, body });
    const sources = await sourcesNow();
    const result = await recordActs(db, sealingActs(sources, contentNow(typedDraft(sources), sources), neededSigned), { now: today });
    expect(result).toMatchObject({ kind: 'refused', rule: 'quorumNotReached', detail: { present: 5, registered: 10 } });
    expect((await sourcesNow()).minutes).toBeUndefined();
  });

  test('asks for the signatures again when somebody came in after the first was given', async () => {
    const before = await sourcesNow();
    const signed = { ...typedDraft(before), signatures: neededSigned, signedContent: contentNow(typedDraft(before), before) };
    expect(changedSinceSigned(signed, contentNow(signed, before))).toBeUndefined();
    await record(markOf('0007'));
    const after = await sourcesNow();
    expect(changedSinceSigned(signed, contentNow(signed, after))).toEqual(['presence']);
  });

  test('changes the figures that an earlier meeting had ratified, and leaves those it says nothing of', async () => {
    const figures = { cooperativeId, bookYear: 2025, source: 'rat' as const, assets: 80_000_000, ownCapital: 30_000_000 };
    const data = { ...figures, recordedBy: officerOne.id, recordedAt: today };
    const id = figuresIdOf(cooperativeId, 2025, 'rat');
    await arrive(db, { noun: 'yearlyFigures', id, root: cooperativeId, area: kukar, version: 1, data });
    const { acts } = await seal();
    expect(acts.map(({ type }) => type)).toContain('figuresChanged');
    expect((await sourcesNow()).figures).toMatchObject([{ assets: 90_000_000, ownCapital: 30_000_000, shu: 5_000_000 }]);
  });
});

describe('after the seal', () => {
  test('nobody is marked present any more', async () => {
    await seal();
    expect(await recordActs(db, [markOf('0008')], { now: today })).toMatchObject({ kind: 'refused', rule: 'I5' });
  });

  test('no mark is taken back any more', async () => {
    const mark = await readRow(db, 'attendance', attendanceIdOf(meetingId, '0001'));
    await seal();
    const body = { meetingId, markIds: mark?.data.marks.map(({ factId }) => factId) ?? [], reason: 'Pulang' };
    const act: Act = { type: 'attendanceVoided', id: attendanceIdOf(meetingId, '0001'), area: kukar, body };
    expect(await recordActs(db, [act], { now: today })).toMatchObject({ kind: 'refused', rule: 'I5' });
  });

  test('the roster and the meeting stand still', async () => {
    await seal();
    const body = { changes: { place: { from: 'Balai Desa', to: 'Balai Adat' } } };
    expect(await recordActs(db, [{ type: 'ratMeetingChanged', id: meetingId, area: kukar, body }], { now: today })).toMatchObject({
      rule: 'I5',
    });
  });
});

describe('a returned meeting', () => {
  const returnedMeeting = async () => {
    await seal();
    const row = await readRow(db, 'ratMeeting', meetingId, cooperativeId);
    if (!row) throw new Error('no meeting');
    // As it comes down from the office.
    const data = { ...row.data, returned: { officerId: verifier.id, at: today + 1000, reason: 'Aset tidak cocok dengan neraca' } };
    const laid = await db.row.get(`ratMeeting/${meetingId}`);
    if (laid) await db.row.put({ ...laid, data });
    return sourcesNow();
  };
  const amendedDraft = ({ minutes }: MinutesSources): MinutesDraft => {
    if (!minutes) throw new Error('not sealed');
    return amendmentDraftOf(minutes);
  };

  test('opened and not touched changes nothing', async () => {
    const sources = await returnedMeeting();
    const draft = amendedDraft(sources);
    expect(amendmentActs(sources, draft, contentOf(draft, frozenIn(draft.amendment?.of ?? contentNow(draft, sources))))).toEqual([]);
  });

  test('is amended, its figures follow, and it goes back to the office in the same transaction', async () => {
    const sources = await returnedMeeting();
    expect(meetingStateOf(sources.meeting)).toBe('returned');
    const draft = amendedDraft(sources);
    draft.ratified = { 2025: { ...draft.ratified[2025], assets: 95_000_000, membersMale: undefined } };
    draft.amendment = draft.amendment && { ...draft.amendment, reason: 'Aset salah ketik' };
    const amended = contentOf(draft, frozenIn(sources.minutes ?? contentNow(draft, sources)));
    const acts = amendmentActs(sources, draft, amended);
    expect(acts.map(({ type }) => type)).toEqual(['minutesAmended', 'figuresChanged', 'ratResubmitted']);
    expect(await recordActs(db, acts, { now: today + 5000 })).toMatchObject({ kind: 'recorded', outcome: 'applied' });

    const after = await sourcesNow();
    expect(meetingStateOf(after.meeting)).toBe('waitingForVerification');
    expect(after.meeting.resubmitted?.note).toBe('Aset salah ketik');
    expect(after.minutes?.ratified[0]?.figures.assets).toBe(95_000_000);
    expect(after.minutes?.amendments).toMatchObject([
      {
        reason: 'Aset salah ketik',
        changes: { ratified: { from: [{ figures: { assets: 90_000_000 } }], to: [{ figures: { assets: 95_000_000 } }] } },
      },
    ]);
    expect(after.figures[0]).toMatchObject({ assets: 95_000_000, shu: 5_000_000 });
    expect(after.figures[0]?.membersMale).toBeUndefined();
  });

  test('keeps its seal: undone, the amendments give back what was signed', async () => {
    const sources = await returnedMeeting();
    const draft = amendedDraft(sources);
    draft.place = 'Balai Adat';
    draft.amendment = draft.amendment && { ...draft.amendment, reason: 'Tempat salah tulis' };
    const acts = amendmentActs(sources, draft, contentOf(draft, frozenIn(sources.minutes ?? contentNow(draft, sources))));
    await record(...acts);
    const { minutes } = await sourcesNow();
    expect(minutes?.place).toBe('Balai Adat');
    expect(minutes && contentHashOf(sealedContentOf(minutes))).toBe(minutes?.contentHash);
  });
});

describe('the one act of sealing', () => {
  const signedDraft = async (): Promise<MinutesDraft> => {
    const sources = await sourcesNow();
    const typed = typedDraft(sources);
    const draft = { ...typed, signatures: neededSigned, signedContent: contentNow(typed, sources) };
    await saveDraft(db, { key: draftKeyOf(meetingId), kind: 'minutes', cooperativeId, content: draft });
    return draft;
  };

  test('counts who is present in its own transaction, and seals nothing when that is not what was signed', async () => {
    const draft = await signedDraft();
    await record(markOf('0007'));
    expect(await sealMinutes(db, { cooperativeId, meetingId }, draft, today)).toEqual({ kind: 'changed' });
    expect((await sourcesNow()).minutes).toBeUndefined();
    expect(await readDraft(db, draftKeyOf(meetingId))).toBeDefined();
  });

  test('undoes what was written before a refusal within it', async () => {
    const draft = await signedDraft();
    const before = await db.outbox.count();
    // Refused by the last of its acts: the cooperative is another regency's by now, while the meeting's rows are not.
    const key = `cooperative/${cooperativeId}`;
    const held = await db.row.get(key);
    if (held) await db.row.put({ ...held, area: '64.11', bucket: held.bucket });
    const result = await sealMinutes(db, { cooperativeId, meetingId }, draft, today);
    expect(result.kind).not.toBe('recorded');
    expect(await readRow(db, 'minutes', meetingId)).toBeUndefined();
    expect(await db.outbox.count()).toBe(before);
    expect(await readDraft(db, draftKeyOf(meetingId))).toBeDefined();
  });

  test('seals what was signed', async () => {
    const draft = await signedDraft();
    expect(await sealMinutes(db, { cooperativeId, meetingId }, draft, today)).toMatchObject({ kind: 'recorded' });
    expect((await sourcesNow()).minutes?.signatures).toEqual(neededSigned);
    expect(await readDraft(db, draftKeyOf(meetingId))).toBeUndefined();
  });
});
