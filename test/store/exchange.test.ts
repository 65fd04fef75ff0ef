import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exchange } from '../../server/store/exchange.ts';
import { newId } from '../../server/store/id.ts';
import { readQuarantine } from '../../server/store/release.ts';
import type { Verdict } from '../../src/domain/wire.ts';
import type { FreshDatabase } from '../support/database.ts';
import {
  addOfficer,
  foundedOffice,
  newCooperative,
  nextFact,
  requestOf,
  signInTablet,
  type TestTablet,
} from '../support/founded-office.ts';
import { meetingBody } from '../support/world.ts';

let fresh: FreshDatabase;
let tablet: TestTablet;
let other: TestTablet;
let stranger: TestTablet;
beforeAll(async () => {
  fresh = await foundedOffice();
  await addOfficer(fresh.db, 'satu', 'officer', ['64.02']);
  await addOfficer(fresh.db, 'dua', 'officer', ['64.02']);
  await addOfficer(fresh.db, 'mahulu', 'officer', ['64.11']);
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  tablet = await signInTablet(fresh.db, 'satu');
  other = await signInTablet(fresh.db, 'dua');
  stranger = await signInTablet(fresh.db, 'mahulu');
});

const send = (from: TestTablet, facts: unknown[] = [], cursors: Record<string, number> = {}) =>
  exchange(fresh.db, from, requestOf(facts, cursors), Date.now());
const kindsOf = (verdicts: readonly Verdict[]) => verdicts.map(({ kind, rule }) => rule ?? kind);
const rowOf = async (id: string) => fresh.db.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst();
const areaRow = (code: string) => fresh.db.selectFrom('area').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
const factsOf = async (deviceId: string) =>
  (
    await fresh.db
      .selectFrom('fact')
      .select(fresh.db.fn.countAll<number>().as('count'))
      .where('device_id', '=', deviceId)
      .executeTakeFirst()
  )?.count;
const unsynced = (cooperativeId: string) => ({
  type: 'cooperativeChanged' as const,
  id: cooperativeId,
  area: '64.02',
  body: { changes: { address: { from: null, to: 'Jalan Poros' } } },
});

describe('facts that are sent again', () => {
  test('five times at once have one effect and the same verdict', async () => {
    const fact = nextFact(tablet, newCooperative('64.02'));
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(tablet, [fact])));
    expect(answers.map(({ verdicts }) => verdicts[0])).toEqual(Array(5).fill(answers[0]?.verdicts[0]));
    expect(answers[0]?.verdicts[0]).toMatchObject({ kind: 'applied', area: '64.02' });
    expect(await rowOf(fact.subject.id)).toMatchObject({ version: 1 });
    expect(await factsOf(tablet.deviceId)).toBe(1);
  });

  test('because the reply was lost go on where they were, with what is new behind them', async () => {
    const first = nextFact(tablet, newCooperative('64.02'));
    await send(tablet, [first]);
    const second = nextFact(tablet, newCooperative('64.02'));
    const answer = await send(tablet, [first, second]);
    expect(kindsOf(answer.verdicts)).toEqual(['applied', 'applied']);
    expect(answer.deviceSeq).toBe(2);
    const log = await fresh.db
      .selectFrom('fact')
      .select(['device_seq', 'linked'])
      .where('device_id', '=', tablet.deviceId)
      .orderBy('device_seq')
      .execute();
    expect(log).toEqual([
      { device_seq: 1, linked: true },
      { device_seq: 2, linked: true },
    ]);
  });

  test('under a number or an id that is taken are refused, and kept beside the log', async () => {
    const fact = nextFact(tablet, newCooperative('64.02'));
    await send(tablet, [fact]);
    const samePlace = { ...fact, id: newId() };
    const sameId = { ...nextFact(other, newCooperative('64.02')), id: fact.id };
    expect(kindsOf((await send(tablet, [samePlace])).verdicts)).toEqual(['deviceSeqTaken']);
    expect(kindsOf((await send(other, [sameId])).verdicts)).toEqual(['idTaken']);
    const kept = (await readQuarantine(fresh.db)).slice(-2);
    expect(kept.map(({ problem }) => problem)).toEqual(['deviceSeqTaken', 'idTaken']);
    expect(JSON.parse(String(kept[0]?.raw))).toEqual(samePlace);
  });

  test('with another content get the verdict of the first, and what they say is kept beside the log', async () => {
    const fact = nextFact(tablet, newCooperative('64.02'));
    const [first] = (await send(tablet, [fact])).verdicts;
    const other = { ...fact, body: { ...(fact.body as object), name: 'Nama Lain' } };
    expect((await send(tablet, [other])).verdicts).toEqual([first]);
    const kept = (await readQuarantine(fresh.db)).at(-1);
    expect(kept?.problem).toBe('contentDiffers');
    expect(JSON.parse(String(kept?.raw))).toEqual(other);
    expect((await rowOf(fact.subject.id))?.data).not.toMatchObject({ name: 'Nama Lain' });
  });

  test('under one id by two tablets at once get one effect', async () => {
    const fact = nextFact(tablet, newCooperative('64.02'));
    const twin = { ...nextFact(other, newCooperative('64.02')), id: fact.id };
    const answers = await Promise.all([send(tablet, [fact]), send(other, [twin])]);
    expect(answers.flatMap(({ verdicts }) => kindsOf(verdicts)).sort()).toEqual(['applied', 'idTaken']);
  });
});

describe('a fact that nobody foresaw', () => {
  test('is held alone when a rule fails on it: what comes behind it flows', async () => {
    const cooperative = newCooperative('64.02');
    const meeting = { ...meetingBody, cooperativeId: cooperative.id };
    const recorded = { type: 'ratMeetingRecorded' as const, area: '64.02', body: meeting };
    const spoilt = nextFact(tablet, { ...recorded, id: newId() });
    await send(tablet, [nextFact(tablet, cooperative), spoilt]);
    await fresh.db
      .updateTable('record')
      .set({ data: JSON.stringify({ ...meeting, bookYears: null }) })
      .where('id', '=', spoilt.subject.id)
      .execute();
    const next = nextFact(tablet, { ...recorded, id: newId() });
    const answer = await send(tablet, [next, nextFact(tablet, newCooperative('64.02'))]);
    expect(kindsOf(answer.verdicts)).toEqual(['ruleFailed', 'applied']);
  });

  test('about something that stands in another area is not something new in this one', async () => {
    const theirs = nextFact(stranger, newCooperative('64.11'));
    await send(stranger, [theirs]);
    const mine = nextFact(tablet, { ...newCooperative('64.02'), id: theirs.subject.id });
    expect(kindsOf((await send(tablet, [mine])).verdicts)).toEqual(['areaOfSubject']);
    const rows = await fresh.db.selectFrom('record').select('area').where('id', '=', theirs.subject.id).execute();
    expect(rows).toEqual([{ area: '64.11' }]);
  });
});

describe('a fact that came too early', () => {
  test('waits for its row, is judged when the row arrives, and its tablet is told until it knows', async () => {
    const cooperative = nextFact(other, newCooperative('64.02'));
    const early = nextFact(tablet, unsynced(cooperative.subject.id));
    const waiting = await send(tablet, [early]);
    expect(waiting.verdicts).toMatchObject([{ kind: 'waiting', waitingFor: { noun: 'cooperative', id: cooperative.subject.id } }]);

    await send(other, [cooperative]);
    expect(await rowOf(cooperative.subject.id)).toMatchObject({ version: 2, data: { address: 'Jalan Poros' } });

    const lost = await send(tablet);
    expect(lost.verdicts).toMatchObject([{ id: early.id, kind: 'applied' }]);
    const again = await send(tablet);
    expect(again.verdicts).toEqual(lost.verdicts);
    const cursors = Object.fromEntries(again.pages.map(({ area, cursor }) => [area, cursor]));
    expect((await send(tablet, [], cursors)).verdicts).toEqual([]);
    expect((await send(tablet, [], {})).verdicts).toEqual([]);
  });

  test('in the batch that brings its row is judged with it', async () => {
    const cooperative = nextFact(tablet, newCooperative('64.02'));
    const early = { ...nextFact(tablet, unsynced(cooperative.subject.id)), deviceSeq: cooperative.deviceSeq };
    const late = { ...cooperative, deviceSeq: cooperative.deviceSeq + 1 };
    const answer = await send(tablet, [early, late]);
    expect(kindsOf(answer.verdicts)).toEqual(['applied', 'applied']);
    expect(await rowOf(cooperative.subject.id)).toMatchObject({ data: { address: 'Jalan Poros' } });
  });
});

describe("a stranger's area", () => {
  test('is neither accepted nor sent', async () => {
    await send(tablet, [nextFact(tablet, newCooperative('64.02'))]);
    const intruder = nextFact(stranger, newCooperative('64.02'));
    const answer = await send(stranger, [intruder]);
    expect(kindsOf(answer.verdicts)).toEqual(['area']);
    expect(answer.pages.map(({ area }) => area)).toEqual(['64', '64.11']);
    expect(answer.pages.flatMap(({ rows }) => rows).filter(({ area }) => area === '64.02')).toEqual([]);
    expect(await rowOf(intruder.subject.id)).toBeUndefined();
  });

  test("cannot be written through another's name or tablet", async () => {
    const fact = nextFact(tablet, newCooperative('64.02'));
    expect(kindsOf((await send(stranger, [fact])).verdicts)).toEqual(['author']);
    expect(await rowOf(fact.subject.id)).toBeUndefined();
  });
});

describe('a fact that cannot be read', () => {
  const poisoned = (): [string, unknown][] => {
    const sound = () => nextFact(tablet, newCooperative('64.02'));
    return [
      ['not a fact', 'koperasi'],
      ['nothing', null],
      ['another kind of fact', { ...sound(), type: 'bankOpened' }],
      ['a body of the wrong shape', { ...sound(), body: { name: 7 } }],
      ['a NUL in a name', { ...sound(), body: { ...newCooperative('64.02').body, name: 'Tirta\0Makmur' } }],
      ['half a character', { ...sound(), body: { ...newCooperative('64.02').body, name: 'Tirta \ud83d' } }],
      ['an id in capitals', { ...sound(), id: newId().toUpperCase() }],
      ['keys of prototypes', JSON.parse(`{"__proto__":{"role":"administrator"},"constructor":{"prototype":{}}}`)],
      ['a NUL in a key', { ...sound(), body: { ...newCooperative('64.02').body, unread: { 'a\0': 7 } } }],
    ];
  };

  test('is kept byte for byte and told, once, while those around it flow', async () => {
    for (const [what, input] of poisoned()) {
      const before = nextFact(tablet, newCooperative('64.02'));
      const after = nextFact(tablet, newCooperative('64.02'));
      const held = (await readQuarantine(fresh.db)).length;
      const answer = await send(tablet, [before, input, after]);
      expect(answer.verdicts.map(({ kind }) => kind).sort(), what).toEqual(['applied', 'applied', 'quarantined']);
      await send(tablet, [input]);
      const kept = await readQuarantine(fresh.db);
      expect(kept.length, what).toBe(held + 1);
      expect(String(kept.at(-1)?.raw), what).toBe(JSON.stringify(input));
    }
  });

  test('leaves no trace on what others see', () => {
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

describe('cursors', () => {
  test('are given in commit order: no reader passes a slower writer', async () => {
    const writers = await Promise.all(Array.from({ length: 6 }, (_, index) => signInTablet(fresh.db, index % 2 === 0 ? 'satu' : 'dua')));
    const reader = await signInTablet(fresh.db, 'satu');
    const seen = new Set<string>();
    let cursors: Record<string, number> = {};
    let writing = true;
    const readOn = async () => {
      while (writing) {
        const { pages } = await send(reader, [], cursors);
        for (const page of pages) {
          for (const row of page.rows) seen.add(row.id);
          cursors = { ...cursors, [page.area]: page.cursor };
        }
      }
    };
    const written: string[] = [];
    const write = async (writer: TestTablet) => {
      for (let count = 0; count < 8; count += 1) {
        const facts = [nextFact(writer, newCooperative('64.02')), nextFact(writer, newCooperative('64.02'))];
        const { verdicts } = await send(writer, facts);
        expect(kindsOf(verdicts)).toEqual(['applied', 'applied']);
        written.push(...facts.map((fact) => fact.subject.id));
      }
    };
    const reading = readOn();
    await Promise.all(writers.map(write));
    writing = false;
    await reading;
    const { pages } = await send(reader, [], cursors);
    for (const row of pages.flatMap((page) => page.rows)) seen.add(row.id);
    expect(written.filter((id) => !seen.has(id))).toEqual([]);
    const { seq } = await areaRow('64.02');
    const rows = await fresh.db.selectFrom('record').select('seq').where('area', '=', '64.02').execute();
    expect(new Set(rows.map((row) => row.seq)).size).toBe(rows.length);
    expect(Math.max(...rows.map((row) => row.seq))).toBe(seq);
  });

  test('that are up to date bring nothing', async () => {
    const first = await send(tablet);
    const cursors = Object.fromEntries(first.pages.map(({ area, cursor }) => [area, cursor]));
    expect((await send(tablet, [], cursors)).pages).toEqual([]);
  });

  test('of several areas locked crosswise do not stop each other', async () => {
    await addOfficer(fresh.db, 'keliling', 'officer', ['64']);
    const [one, two] = [await signInTablet(fresh.db, 'keliling'), await signInTablet(fresh.db, 'keliling')];
    const areas = ['64.71', '64.72', '64.74', '64.01'];
    const facts = (from: TestTablet, order: string[]) => order.map((area) => nextFact(from, newCooperative(area)));
    const answers = await Promise.all([send(one, facts(one, areas)), send(two, facts(two, areas.toReversed()))]);
    expect(answers.flatMap(({ verdicts }) => kindsOf(verdicts))).toEqual(Array(8).fill('applied'));
  });
});
