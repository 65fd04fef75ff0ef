// The wire is a promise to tablets that are two weeks away: nobody changes it without noticing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { canonical } from '../../src/domain/canonical.ts';
import { factSchema } from '../../src/domain/fact.ts';
import { type FactTypeName, factTypes, readFact } from '../../src/domain/fact-types.ts';
import {
  exchangeRequestSchema,
  exchangeResponseSchema,
  signInRequestSchema,
  signInResponseSchema,
  wireVersion,
  wireVersions,
} from '../../src/domain/wire.ts';
import { exchangeRequest2Schema, exchangeResponse2Schema, snapshotPageSchema } from '../../src/domain/wire-version-2.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, officerOne, today } from '../support/world.ts';

const shapeOf = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { unrepresentable: 'any' });
const hashOf = (shapes: object) => createHash('sha256').update(canonical(shapes)).digest('hex');
const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8').trim();
const bodiesOf = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, shapeOf(factTypes[type as FactTypeName].body)]));
const signIn = [shapeOf(signInRequestSchema), shapeOf(signInResponseSchema)];

/** Fields that came after version 1, as paths in the shapes. Only what is optional can be taken out here without a trace. */
const fieldsAfterFirst = [
  ['visitRecorded', 'properties', 'photos'],
  ['visitAmended', 'properties', 'changes', 'properties', 'photos'],
  ['figuresRecorded', 'properties', 'meetingId'],
  ['figuresChanged', 'properties', 'meetingId'],
  ['attendanceMarked', 'properties', 'knownVoids'],
  ['policyRecorded', 'properties', 'letterhead'],
  ['ratMeetingRecorded', 'properties', 'documents'],
  ['ratMeetingChanged', 'properties', 'changes', 'properties', 'documents'],
  ['minutesSigned', 'properties', 'content', 'properties', 'agenda', 'items', 'properties', 'startedAt'],
  ...['from', 'to'].map((side) => [
    'minutesAmended',
    ...['properties', 'changes', 'properties', 'agenda', 'properties', side, 'anyOf', '0', 'items', 'properties', 'startedAt'],
  ]),
];

function asInFirst(bodies: Record<string, unknown>): Record<string, unknown> {
  const left = structuredClone(bodies);
  for (const path of fieldsAfterFirst) {
    const parent = path.slice(0, -1).reduce<unknown>((inner, step) => Object(inner)[step], left);
    delete (parent as Record<string, unknown>)[path.at(-1) ?? ''];
  }
  return left;
}

test('version 1 is as it was released: a tablet that was away for weeks still speaks it', () => {
  const shapes = {
    wireVersion: 1,
    fact: shapeOf(factSchema),
    // Types that came after it are not in the list: no tablet of that version sends them.
    bodies: asInFirst(bodiesOf(fixture('wire-version-1-facts.txt').split('\n'))),
    exchange: [shapeOf(exchangeRequestSchema), shapeOf(exchangeResponseSchema)],
    signIn,
  };
  expect(wireVersions).toContain(1);
  expect(hashOf(shapes)).toBe(fixture('wire-version-1.sha256'));
});

test('a changed shape on the wire needs a new wire version, or a look at what old tablets send', () => {
  const shapes = {
    wireVersion,
    fact: shapeOf(factSchema),
    bodies: bodiesOf(Object.keys(factTypes)),
    exchange: [shapeOf(exchangeRequest2Schema), shapeOf(exchangeResponse2Schema)],
    snapshot: shapeOf(snapshotPageSchema),
    signIn,
  };
  expect(wireVersion).toBe(2);
  expect(hashOf(shapes)).toBe(fixture('wire-version-2.sha256'));
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
