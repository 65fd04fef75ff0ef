// A record that comes a second time under its id: the same is harmless, anything else is kept beside what is shown.
import { describe, expect, test } from 'vitest';
import { type BodyOf, type FactTypeName, ruleOf } from '../../src/domain/fact-types.ts';
import { foldFact, type KnownFact } from '../../src/domain/fold.ts';
import type { Outcome, Row, World } from '../../src/domain/world.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, meetingBody, meetingId, officerOne, officerTwo, today } from '../support/world.ts';

const by = { recordedBy: officerOne.id, recordedAt: today };
const cooperative = { ...cooperativeBody, ...by };
const visitId = idOf(0xe7);
const visitBody: BodyOf<'visitRecorded'> = {
  cooperativeId,
  purpose: 'monitoring',
  visitedOn: '2026-07-06',
  assignmentLetterNumber: '090/12',
  institution: { membersMale: 10, membersFemale: 20 },
};

function fold<T extends FactTypeName>(type: T, id: string, body: BodyOf<T>, recorded: object, author = officerTwo): Outcome {
  const { noun } = ruleOf(type);
  const rows: Record<string, object> = { [`cooperative/${cooperativeId}`]: cooperative, [`${noun}/${id}`]: recorded };
  const read = (key: string) => {
    const [of, rowId] = key.split('/');
    return rows[key] && { noun: of, id: rowId, root: cooperativeId, area: kukar, version: 1, data: rows[key] };
  };
  const world = {
    read: (of: string, rowId: string) => read(`${of}/${rowId}`) as Row | undefined,
    under: () => [],
    author,
    now: today,
    hashOf: (text: string) => text,
  } as unknown as World;
  const fact: KnownFact = {
    id: idOf(0xf7),
    type,
    subject: { noun, id },
    area: kukar,
    officerId: author.id,
    deviceId: idOf(0xe2),
    deviceSeq: 1,
    at: today + 60_000,
    clock: { offsetMs: 0, confidence: 'good' },
    previousHash: '0'.repeat(64),
    body,
  };
  return foldFact(fact, world, [kukar]);
}
const dataOf = (outcome: Outcome) => ('row' in outcome ? outcome.row.data : undefined);

describe('recorded once more', () => {
  test('word for word changes nothing', () => {
    const recorded = { ...visitBody, ...by };
    expect(fold('visitRecorded', visitId, visitBody, recorded)).toMatchObject({ kind: 'merged' });
    expect(dataOf(fold('visitRecorded', visitId, visitBody, recorded))).toEqual(recorded);
  });

  test('otherwise, a visit keeps what it says and every other value beside it', () => {
    const again = { ...visitBody, assignmentLetterNumber: '090/99', findings: 'Buku kas kosong' };
    const outcome = fold('visitRecorded', visitId, again, { ...visitBody, ...by });
    expect(outcome).toMatchObject({ kind: 'conflict' });
    expect(dataOf(outcome)).toMatchObject({
      ...visitBody,
      conflicts: [
        { field: 'assignmentLetterNumber', shown: '090/12', other: '090/99', shownBy: officerOne.id, otherBy: officerTwo.id },
        { field: 'findings', shown: null, other: 'Buku kas kosong', otherBy: officerTwo.id, otherFactId: idOf(0xf7) },
      ],
    });
    expect(dataOf(outcome)).not.toHaveProperty('findings');
  });

  test('with less says nothing about what it leaves blank', () => {
    const { assignmentLetterNumber: _, ...less } = visitBody;
    expect(fold('visitRecorded', visitId, less, { ...visitBody, ...by })).toMatchObject({ kind: 'merged' });
  });

  test('otherwise, a cooperative and a meeting keep both', () => {
    const named = fold('cooperativeRecorded', cooperativeId, { ...cooperativeBody, name: 'Nama Lain' }, cooperative);
    expect(named).toMatchObject({ kind: 'conflict', row: { data: { name: cooperativeBody.name, conflicts: [{ other: 'Nama Lain' }] } } });
    const met = fold('ratMeetingRecorded', meetingId, { ...meetingBody, place: 'Balai lain' }, { ...meetingBody, ...by });
    expect(met).toMatchObject({ kind: 'conflict', row: { data: { conflicts: [{ field: 'place', other: 'Balai lain' }] } } });
  });

  test('for another cooperative is refused', () => {
    const elsewhere = { ...visitBody, cooperativeId: idOf(0xc9) };
    expect(fold('visitRecorded', visitId, visitBody, { ...elsewhere, ...by })).toMatchObject({ rule: 'subjectId', field: 'cooperativeId' });
    expect(fold('ratMeetingRecorded', meetingId, meetingBody, { ...meetingBody, ...by, cooperativeId: idOf(0xc9) })).toMatchObject({
      rule: 'subjectId',
    });
  });
});
