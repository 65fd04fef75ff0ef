// The wire is a promise to tablets that are two weeks away: nobody changes it without noticing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { canonical } from '../../src/domain/canonical.ts';
import { factSchema } from '../../src/domain/fact.ts';
import { factTypes, readFact } from '../../src/domain/fact-types.ts';
import {
  exchangeRequestSchema,
  exchangeResponseSchema,
  signInRequestSchema,
  signInResponseSchema,
  wireVersion,
} from '../../src/domain/wire.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, officerOne, today } from '../support/world.ts';

const shapeOf = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { unrepresentable: 'any' });

/** Types that came after the version was released: no old tablet sends them. */
const addedTypes = [
  'visitPhotosReceived',
  'ratSheetsAdded',
  'ratSheetsReceived',
  'cooperativeConflictResolved',
  'figuresConflictResolved',
  'visitConflictResolved',
  'ratMeetingConflictResolved',
  'minutesConflictResolved',
  'attendanceConflictResolved',
];
/** Fields that came after it, as paths in the shapes. Only what is optional can be taken out here without a trace. */
const addedFields = [
  ['visitRecorded', 'properties', 'photos'],
  ['visitAmended', 'properties', 'changes', 'properties', 'photos'],
  ['figuresRecorded', 'properties', 'meetingId'],
  ['figuresChanged', 'properties', 'meetingId'],
  ['attendanceMarked', 'properties', 'knownVoids'],
];

function withoutAdditions(bodies: Record<string, unknown>): Record<string, unknown> {
  const left = structuredClone(bodies);
  for (const type of addedTypes) delete left[type];
  for (const path of addedFields) {
    const parent = path.slice(0, -1).reduce<unknown>((inner, step) => Object(inner)[step], left);
    delete (parent as Record<string, unknown>)[path.at(-1) ?? ''];
  }
  return left;
}

test('a changed shape on the wire needs a new wire version, or a look at what old tablets send', () => {
  const shapes = {
    wireVersion,
    fact: shapeOf(factSchema),
    bodies: withoutAdditions(Object.fromEntries(Object.entries(factTypes).map(([type, { body }]) => [type, shapeOf(body)]))),
    exchange: [shapeOf(exchangeRequestSchema), shapeOf(exchangeResponseSchema)],
    signIn: [shapeOf(signInRequestSchema), shapeOf(signInResponseSchema)],
  };
  const hash = createHash('sha256').update(canonical(shapes)).digest('hex');
  expect(hash).toBe(readFileSync(new URL('../fixtures/wire-version-1.sha256', import.meta.url), 'utf8').trim());
});

const fact = {
  id: idOf(1),
  type: 'cooperativeRecorded',
  subject: { noun: 'cooperative', id: cooperativeId },
  area: kukar,
  officerId: officerOne.id,
  deviceId: idOf(2),
  deviceSeq: 1,
  at: today,
  clock: { offsetMs: 0, confidence: 'good' },
  previousHash: '0'.repeat(64),
  body: cooperativeBody,
};

test('a fact of a known type is read whole', () => {
  expect(readFact(fact)).toEqual({ kind: 'fact', fact });
});

test('what cannot be read names the place, never the value', () => {
  expect(readFact({ ...fact, deviceSeq: 'one' })).toEqual({ kind: 'unreadable', problem: 'deviceSeq' });
  expect(readFact({ ...fact, body: { ...cooperativeBody, name: '' } })).toEqual({ kind: 'unreadable', problem: 'body.name' });
  expect(readFact({ ...fact, type: 'constructor' })).toEqual({ kind: 'unreadable', problem: 'type' });
  expect(readFact({ ...fact, subject: { noun: 'visit', id: 'x' } })).toEqual({ kind: 'unreadable', problem: 'subject.noun' });
  expect(readFact(null).kind).toBe('unreadable');
});
