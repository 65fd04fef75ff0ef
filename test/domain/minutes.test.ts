// The seal on minutes, and what may still be amended after it (I5).
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/data/hash.ts';
import type { BodyOf, FactTypeName } from '../../src/domain/fact-types.ts';
import { foldFact, type KnownFact } from '../../src/domain/fold.ts';
import { hashedTextOf, type Minutes, type MinutesContent, sealedContentOf } from '../../src/domain/minutes.ts';
import type { Noun } from '../../src/domain/noun.ts';
import type { RatMeeting } from '../../src/domain/rat-meeting.ts';
import type { Outcome, Row, World } from '../../src/domain/world.ts';
import { neededSigned, sealableContent } from '../support/minutes.ts';
import {
  cooperativeBody,
  cooperativeId,
  idOf,
  kukar,
  meetingBody,
  meetingId,
  officerOne,
  openingOf,
  today,
  verifier,
} from '../support/world.ts';

const meeting: RatMeeting = {
  ...meetingBody,
  recordedBy: officerOne.id,
  recordedAt: today,
  opening: { ...openingOf(100), officerId: officerOne.id },
};
const sealOf = (content: MinutesContent) => ({ content, signatures: neededSigned, contentHash: hashOf(hashedTextOf(content)) });

let told = 0;
function fold<T extends FactTypeName>(
  type: T,
  body: BodyOf<T>,
  rows: { meeting?: RatMeeting; minutes?: Minutes },
  author = officerOne,
): Outcome {
  told += 1;
  const known: Record<string, unknown> = {
    [`ratMeeting/${meetingId}`]: rows.meeting,
    [`minutes/${meetingId}`]: rows.minutes,
    [`cooperative/${cooperativeId}`]: { ...cooperativeBody, recordedBy: officerOne.id, recordedAt: today },
  };
  const world: World = {
    author,
    now: today,
    hashOf,
    under: () => [],
    read: <N extends Noun>(noun: N, id: string) => {
      const data = known[`${noun}/${id}`];
      return data ? ({ noun, id, root: cooperativeId, area: kukar, version: 1, data } as Row<N>) : undefined;
    },
  };
  const fact: KnownFact = {
    id: idOf(told),
    type,
    subject: { noun: 'minutes', id: meetingId },
    area: kukar,
    officerId: author.id,
    deviceId: idOf(0xe1),
    deviceSeq: told,
    at: today,
    clock: { offsetMs: 0, confidence: 'good' },
    previousHash: '0'.repeat(64),
    body,
  };
  return foldFact(fact, world, [kukar]);
}

const minutesIn = (outcome: Outcome): Minutes => {
  if (!('row' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.row.data as Minutes;
};
const sealed = minutesIn(fold('minutesSigned', sealOf(sealableContent), { meeting }));

describe('sealing', () => {
  test('keeps the content, the signatures and the hash they are bound to', () => {
    expect(sealed).toMatchObject({ ...sealableContent, signatures: neededSigned, contentHash: hashOf(hashedTextOf(sealableContent)) });
    expect(hashOf(hashedTextOf(sealedContentOf(sealed)))).toBe(sealed.contentHash);
  });

  test('is refused when the signatures are bound to another content (I5)', () => {
    const body = { ...sealOf(sealableContent), contentHash: hashOf('another') };
    expect(fold('minutesSigned', body, { meeting })).toMatchObject({ rule: 'contentHash' });
  });

  test('is refused when the voters are not those frozen at the opening (I4)', () => {
    const body = sealOf({ ...sealableContent, registeredVoters: 101 });
    expect(fold('minutesSigned', body, { meeting })).toMatchObject({ rule: 'I4', field: 'registeredVoters' });
  });

  test('is refused for a meeting that is not open', () => {
    const body = sealOf(sealableContent);
    expect(fold('minutesSigned', body, { meeting: { ...meeting, opening: undefined } })).toMatchObject({ rule: 'notOpened' });
    const adjournment = { adjournedAt: today, present: 10, reason: 'Kurang', officerId: officerOne.id };
    expect(fold('minutesSigned', body, { meeting: { ...meeting, adjournment } })).toMatchObject({ rule: 'meetingAdjourned' });
  });

  test('happens once: the same again changes nothing, other minutes are refused (I5)', () => {
    expect(fold('minutesSigned', sealOf(sealableContent), { meeting, minutes: sealed })).toMatchObject({ kind: 'merged' });
    const other = sealOf({ ...sealableContent, place: 'Gedung lain' });
    expect(fold('minutesSigned', other, { meeting, minutes: sealed })).toMatchObject({ rule: 'I5' });
  });
});

describe('an amendment', () => {
  const amend = (changes: BodyOf<'minutesAmended'>['changes'], minutes = sealed, of = meeting, author = officerOne) =>
    fold('minutesAmended', { changes, reason: 'Salah tulis' }, { meeting: of, minutes }, author);
  const movedPlace = { place: { from: 'Balai Desa', to: 'Balai Adat' } };

  test('keeps the old value beside the new one, with its reason', () => {
    const amended = minutesIn(amend(movedPlace));
    expect(amended.place).toBe('Balai Adat');
    expect(amended.amendments).toMatchObject([{ officerId: officerOne.id, reason: 'Salah tulis', changes: movedPlace }]);
  });

  test('leaves the seal as it was: undone, the content hashes to it again', () => {
    const once = minutesIn(amend({ ...movedPlace, number: { from: null, to: '01/RAT/2026' } }));
    const twice = minutesIn(amend({ place: { from: 'Balai Adat', to: 'Lamin' } }, once));
    expect(twice.contentHash).toBe(sealed.contentHash);
    expect(twice.place).toBe('Lamin');
    expect(hashOf(hashedTextOf(sealedContentOf(twice)))).toBe(sealed.contentHash);
  });

  test('is refused when it blanks what minutes cannot do without', () => {
    expect(amend({ chairName: { from: 'Ketua Sidang', to: null } })).toMatchObject({ rule: 'fieldRequired', field: 'chairName' });
  });

  test('is refused when it breaks an invariant that held', () => {
    const from = sealableContent.decisions;
    const to = [{ agendaKey: 'other' as const, text: 'Suara', method: 'vote' as const, yes: 61, no: 0, adopted: true }];
    expect(amend({ decisions: { from, to } })).toMatchObject({ rule: 'votesAbovePresent', field: 'decisions.0' });
  });

  test('is not held up by what was amiss before it', () => {
    const minutes = { ...sealed, shuAllocation: [{ purpose: 'Cadangan', amount: 1 }] };
    expect(amend(movedPlace, minutes)).toMatchObject({ kind: 'applied' });
  });

  test('is not for the officer once the office has verified', () => {
    const verified = { ...meeting, verified: { officerId: verifier.id, at: today } };
    expect(amend(movedPlace, sealed, verified)).toMatchObject({ rule: 'alreadyVerified' });
  });
});
