import { beforeAll, describe, expect, test } from 'vitest';
import type { DemoAct, DemoOfficer } from '../../server/demo/act.ts';
import { generateDemo } from '../../server/demo/province.ts';
import { areasOfProvince } from '../../server/store/area-data.ts';
import { hashOf } from '../../server/store/server-hash.ts';
import type { Area } from '../../src/domain/area.ts';
import { dayOf } from '../../src/domain/day.ts';
import { type BodyOf, type FactTypeName, readBody, ruleOf } from '../../src/domain/fact-types.ts';
import { hashedTextOf } from '../../src/domain/minutes.ts';
import { contentProblems } from '../../src/domain/minutes-check.ts';
import { groupCodeOf, normaliseLegalEntityNumber } from '../../src/domain/register-name.ts';
import { idOf, today } from '../support/world.ts';

const officers: DemoOfficer[] = [
  { id: idOf(1), name: 'Petugas Satu', role: 'officer', areas: ['64.02'] },
  { id: idOf(2), name: 'Petugas Dua', role: 'officer', areas: ['64.02'] },
  { id: idOf(3), name: 'Petugas Tiga', role: 'officer', areas: ['64.11'] },
  { id: idOf(4), name: 'Verifikator', role: 'verifier', areas: ['64'] },
];
let areas: Area[];
let acts: DemoAct[];
const generated = (seed: number, now = today) => generateDemo({ seed, now, areas, officers, policyId: idOf(9) });
const bodiesOf = <T extends FactTypeName>(type: T): BodyOf<T>[] =>
  acts.filter((act) => act.type === type).map(({ body }) => body as BodyOf<T>);

beforeAll(async () => {
  areas = (await areasOfProvince('64')) ?? [];
  acts = generated(64);
});

describe('the areas of Kalimantan Timur', () => {
  test('are its 10 regencies with 105 districts, 197 kelurahan and 841 desa', () => {
    const districts = areas.flatMap((area) => area.districts);
    const villages = districts.flatMap((district) => district.villages);
    expect(areas.filter(({ level }) => level === 'regency')).toHaveLength(10);
    expect(districts).toHaveLength(105);
    expect(villages.filter(({ kind }) => kind === 'kelurahan')).toHaveLength(197);
    expect(villages.filter(({ kind }) => kind === 'desa')).toHaveLength(841);
  });

  test('are named as people write them', () => {
    expect(areas.map(({ name }) => name)).toContain('Kabupaten Kutai Kartanegara');
    expect(areas.flatMap((area) => area.districts).map(({ name }) => name)).toContain('Sanga Sanga');
  });
});

describe('the demo province', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(generated(64)).toEqual(acts);
    expect(generated(65)[0]).not.toEqual(acts[0]);
  });

  test('has 5,407 cooperatives, Balikpapan 588 and Penajam Paser Utara 265 as published', () => {
    const cooperatives = bodiesOf('cooperativeRecorded');
    const inRegency = (code: string) => cooperatives.filter(({ regencyCode }) => regencyCode === code).length;
    expect(cooperatives).toHaveLength(5407);
    expect([inRegency('64.71'), inRegency('64.09')]).toEqual([588, 265]);
    expect(areas.filter(({ level }) => level === 'regency').every(({ code }) => inRegency(code) > 100)).toBe(true);
  });

  test('says of each cooperative that it is made up, and where it is', () => {
    const villages = new Map(
      areas.flatMap((area) => area.districts.flatMap(({ villages: list }) => list)).map(({ code, name }) => [code, name]),
    );
    for (const body of bodiesOf('cooperativeRecorded')) {
      expect(body.isDemo).toBe(true);
      expect(villages.get(body.villageCode ?? '')).toBe(body.villageName);
      expect(body.districtCode?.startsWith(body.regencyCode)).toBe(true);
    }
  });

  test('gives no legal-entity number and no name of a kind in a regency twice', () => {
    const cooperatives = bodiesOf('cooperativeRecorded');
    expect(new Set(cooperatives.map(({ legalEntityNumber }) => normaliseLegalEntityNumber(legalEntityNumber ?? ''))).size).toBe(5407);
    expect(new Set(cooperatives.map(({ regencyCode, group, name }) => `${regencyCode} ${group} ${name}`)).size).toBe(5407);
    expect(cooperatives.filter(({ group }) => groupCodeOf(group ?? '') !== group)).toEqual([]);
  });

  test('consists of facts that can be read, and of none from the future', () => {
    const envelope = {
      deviceId: idOf(5),
      deviceSeq: 1,
      officerId: idOf(1),
      clock: { offsetMs: 0, confidence: 'good' as const },
      previousHash: '0'.repeat(64),
    };
    const unreadable = acts.flatMap(({ type, id, area, at, body }) => {
      const read = readBody({ ...envelope, id: idOf(6), type, subject: { noun: ruleOf(type).noun, id }, area, at, body });
      return read.kind === 'unreadable' ? [`${type} ${read.problem}`] : [];
    });
    expect(unreadable).toEqual([]);
    expect(acts.filter(({ at }) => at > today)).toEqual([]);
  });

  test('has ids that spread evenly over the last digit', () => {
    const digits = new Map<string, number>();
    for (const { id } of acts.filter(({ type }) => type === 'cooperativeRecorded'))
      digits.set(id.slice(-1), (digits.get(id.slice(-1)) ?? 0) + 1);
    expect(digits.size).toBe(16);
    expect(Math.min(...digits.values())).toBeGreaterThan((5407 / 16) * 0.75);
  });

  test('has minutes that meet every rule and are bound to their signatures', () => {
    const sealed = bodiesOf('minutesSigned');
    expect(sealed).toHaveLength(40);
    const endMonths = new Map(
      acts.flatMap((act) => (act.type === 'cooperativeRecorded' ? [[act.id, act.body.bookYearEndMonth] as const] : [])),
    );
    for (const { content, signatures, contentHash } of sealed) {
      const endMonth = endMonths.get(content.cooperativeId) ?? 12;
      expect(contentProblems(content, signatures, endMonth, { now: today })).toEqual([]);
      expect(hashOf(hashedTextOf(content))).toBe(contentHash);
    }
  });

  test('keeps the field busy: 150 visits, and meetings planned from today on in two regencies', () => {
    const planned = bodiesOf('ratMeetingRecorded').filter(
      ({ source, plannedOn }) => source === 'officer' && (plannedOn ?? '') >= dayOf(today),
    );
    expect(bodiesOf('visitRecorded')).toHaveLength(150);
    expect(planned.some(({ plannedOn }) => plannedOn === dayOf(today))).toBe(true);
    expect(planned.length).toBeGreaterThan(9);
    expect(acts.filter(({ type, area }) => type === 'ratMeetingRecorded' && area === '64.11').length).toBeGreaterThan(20);
  });

  test.each([Date.UTC(2026, 0, 2), Date.UTC(2026, 10, 24), Date.UTC(2031, 4, 1)])('can begin at any time (%d)', (now) => {
    const later = generated(7, now);
    const held = later.filter((act) => act.type === 'ratMeetingRecorded' && (act.body.heldOn ?? '').startsWith('2015'));
    expect(held).toHaveLength(901);
    expect(later.filter(({ at }) => at > now)).toEqual([]);
  });
});
