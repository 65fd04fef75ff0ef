// The tablet's half of the proof: what it holds is counted where it lies, and what differs is named, pulled again and told.

import { expect, test } from 'vitest';
import { databaseNameOf, type FieldDatabase, openFieldDatabase } from '../../src/data/database.ts';
import { countDaily, readProof, samenessOf, statedProof } from '../../src/data/proof.ts';
import { receiveExchange } from '../../src/data/receive.ts';
import { recordActs } from '../../src/data/record.ts';
import { readAll } from '../../src/data/rows.ts';
import { readSetting } from '../../src/data/settings.ts';
import { areaDigestsOf, readDigests, recount } from '../../src/data/tally.ts';
import { type AreaDigests, emptyDigest, markOf, wireDigestOf, withMark } from '../../src/domain/digest.ts';
import type { ExchangeResponse2, WireRow2 } from '../../src/domain/wire-version-2.ts';
import { answerOf } from '../support/answers.ts';
import { formerDatabase } from '../support/former-tablet.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, idOf, kukar, officerOne, province, today } from '../support/world.ts';

const tablet = () => tabletOf(officerOne, { deviceId: idOf(1) });
const receive = (db: FieldDatabase, over: Partial<ExchangeResponse2>, now = today) => receiveExchange(db, answerOf(over), now, now);
const rowOf = (number: number, version = 1, seq = number): WireRow2 => ({
  noun: 'cooperative',
  id: idOf(0x1000 + number),
  root: idOf(0x1000 + number),
  area: kukar,
  version,
  seq,
  data: { ...cooperativeBody, recordedBy: 'office', recordedAt: 1 },
});
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => rowOf(index + 1));
const pageOf = (rows: WireRow2[], over: object = {}) => ({ area: kukar, cursor: rows.at(-1)?.seq ?? 0, more: false, rows, ...over });
const goneOf = (row: WireRow2, movedTo?: string): WireRow2 => ({ ...row, data: null, seq: 1000, ...(movedTo ? { movedTo } : {}) });
const digestsOf = (rows: readonly WireRow2[]): AreaDigests => ({
  cooperative: wireDigestOf(rows.reduce((digest, { noun, id, version }) => withMark(digest, markOf(noun, id, version), 1), emptyDigest)),
});
const held = async (db: FieldDatabase) => areaDigestsOf(await readDigests(db), kukar);
const counted = async (db: FieldDatabase) => {
  await db.transaction('rw', [db.page, db.row, db.tally, db.setting], async () => recount(db));
  return held(db);
};

test('rows are counted packed, laid, changed and gone, and never with own facts', async () => {
  const db = await tablet();
  const rows = rowsOf(60);
  await receive(db, { pages: [pageOf(rows)] });
  expect(await held(db)).toEqual(digestsOf(rows));
  const changed = { ...rowOf(3, 2), seq: 61 };
  await receive(db, { pages: [pageOf([changed, goneOf(rowOf(5), '64.03')])] });
  const left = [...rows.filter((_, index) => index !== 2 && index !== 4), changed];
  expect(await held(db)).toEqual(digestsOf(left));
  const act = {
    type: 'cooperativeChanged' as const,
    id: idOf(0x1000 + 9),
    area: kukar,
    body: { changes: { address: { from: null, to: 'Baru' } } },
  };
  expect(await recordActs(db, [act], { now: today })).toMatchObject({ kind: 'recorded' });
  expect(await held(db)).toEqual(digestsOf(left));
  expect(await counted(db)).toEqual(digestsOf(left));
});

test('a bucket that differs is asked for again, mended by what comes, and told as the same', async () => {
  const db = await tablet();
  await receive(db, { pages: [pageOf(rowsOf(40))] });
  const there = [...rowsOf(40).slice(1), rowOf(50)];
  const { more } = await receive(db, { digests: [{ area: kukar, nouns: digestsOf(there) }] });
  expect(more).toBe(true);
  expect(await samenessOf(db)).toMatchObject({ kind: 'different', buckets: [{ area: kukar, noun: 'cooperative' }], isMending: true });
  expect(await statedProof(db)).toMatchObject({ pulls: [{ area: kukar, noun: 'cooperative', after: '' }] });
  const first = { area: kukar, noun: 'cooperative' as const, after: '', rows: there.slice(0, 20), more: true };
  await receive(db, { buckets: [first] });
  const after = there[19]?.id ?? '';
  expect((await statedProof(db)).pulls).toEqual([{ area: kukar, noun: 'cooperative', after }]);
  await receive(db, { buckets: [{ ...first, after, rows: there.slice(20), more: false }] });
  expect(await held(db)).toEqual(digestsOf(there));
  expect((await readAll(db, 'cooperative')).map(({ id }) => id).sort()).toEqual(there.map(({ id }) => id).sort());
  await receive(db, { agreed: [kukar, province] });
  expect(await samenessOf(db)).toEqual({ kind: 'same', checkedAt: today });
});

test('a bucket that pulling did not mend is left alone for some hours', async () => {
  const db = await tablet();
  await receive(db, { pages: [pageOf(rowsOf(20))] });
  const digests = [{ area: kukar, nouns: digestsOf(rowsOf(21)) }];
  expect((await receive(db, { digests })).more).toBe(true);
  const rows = rowsOf(20);
  const whole = { area: kukar, noun: 'cooperative' as const, after: '', rows, more: false };
  await receive(db, { buckets: [whole], digests });
  expect((await receive(db, { digests })).more).toBe(false);
  expect(await samenessOf(db)).toMatchObject({ kind: 'different', isMending: false });
  expect((await receive(db, { digests }, today + 7 * 3_600_000)).more).toBe(true);
});

test('what storage lost without a word is found by the daily count', async () => {
  const db = await tablet();
  const rows = rowsOf(400);
  await receive(db, { pages: [pageOf(rows)] });
  const page = await db.page.toCollection().first();
  await db.page.delete(page?.key ?? '');
  expect(await held(db)).toEqual(digestsOf(rows));
  await countDaily(db, today);
  expect(await held(db)).not.toEqual(digestsOf(rows));
  await receive(db, { digests: [{ area: kukar, nouns: digestsOf(rows) }] });
  expect((await readProof(db)).pulls).toHaveLength(1);
});

test('a miscount alone costs the network nothing', async () => {
  const db = await tablet();
  const rows = rowsOf(40);
  await receive(db, { pages: [pageOf(rows)] });
  await db.setting.put({ key: 'digests', value: {} });
  expect((await receive(db, { digests: [{ area: kukar, nouns: digestsOf(rows) }] })).more).toBe(false);
  expect(await held(db)).toEqual(digestsOf(rows));
});

test('a pull that would take away more than a fifth is refused, its cursor left alone, and the office told', async () => {
  const db = await tablet();
  await receive(db, { pages: [pageOf(rowsOf(40))] });
  await receive(db, { pages: [pageOf(rowsOf(9).map((row) => goneOf(row)))] });
  expect(await readAll(db, 'cooperative')).toHaveLength(40);
  expect(await readSetting(db, 'cursors')).toMatchObject({ [kukar]: 40 });
  expect(await samenessOf(db)).toMatchObject({ kind: 'declined', rows: 9 });
  expect(await statedProof(db)).toMatchObject({ declined: 9 });
  await receive(db, { pages: [pageOf(rowsOf(8).map((row) => goneOf(row)))] });
  expect(await readAll(db, 'cooperative')).toHaveLength(32);
  expect((await samenessOf(db)).kind).not.toBe('declined');
});

test('a bucket that came almost empty is refused likewise', async () => {
  const db = await tablet();
  await receive(db, { pages: [pageOf(rowsOf(40))] });
  await receive(db, { buckets: [{ area: kukar, noun: 'cooperative', after: '', rows: rowsOf(3), more: false }] });
  expect(await readAll(db, 'cooperative')).toHaveLength(40);
});

test("rows that moved, and the office's explicit reset, are no loss that must be refused", async () => {
  const db = await tablet();
  await receive(db, { pages: [pageOf(rowsOf(40))] });
  await receive(db, { pages: [pageOf(rowsOf(30).map((row) => goneOf(row, '64.03')))] });
  expect(await readAll(db, 'cooperative')).toHaveLength(10);
  await receive(db, { pages: [pageOf(rowsOf(1), { reset: true })] });
  expect(await readAll(db, 'cooperative')).toHaveLength(1);
  expect(await held(db)).toEqual(digestsOf(rowsOf(1)));
});

test('a reset keeps what the tablet has not sent, and shows it over what comes anew', async () => {
  const db = await tablet();
  await receive(db, { pages: [pageOf(rowsOf(40))] });
  const id = idOf(0x1000 + 9);
  await recordActs(db, [{ type: 'cooperativeChanged', id, area: kukar, body: { changes: { address: { from: null, to: 'Baru' } } } }], {
    now: today,
  });
  await receive(db, { pages: [{ ...pageOf([]), reset: true, more: true }] });
  await receive(db, { pages: [pageOf(rowsOf(40))] });
  expect((await readAll(db, 'cooperative')).find((row) => row.id === id)?.data.address).toBe('Baru');
  expect(await db.outbox.toArray()).toMatchObject([{ state: 'unsent', folding: 1 }]);
});

test('digests of five thousand cooperatives with their history are stated in under 100 ms', async () => {
  const db = await tablet();
  const nouns = ['cooperative', 'yearlyFigures', 'visit', 'ratMeeting'] as const;
  const rows = nouns.flatMap((noun, place) => rowsOf(5407).map((row) => ({ ...row, noun, id: `${row.id}${place || ''}` })));
  await receive(db, { pages: [pageOf(rows)] });
  const since = performance.now();
  await statedProof(db);
  expect(performance.now() - since).toBeLessThan(100);
  const count = rows.length / nouns.length;
  expect(await held(db)).toMatchObject(Object.fromEntries(nouns.map((noun) => [noun, { count }])));
});

test('a database of the first schema is upgraded with all it holds: its dead rows gone, its outbox whole, the rest counted', async () => {
  const name = databaseNameOf(idOf(0x77));
  const former = formerDatabase(name, 1);
  const bucket = `${kukar}/cooperative/1`;
  const packed = (number: number) => ({ id: idOf(0x1000 + number), root: idOf(0x1000 + number), version: 1, data: cooperativeBody });
  const laid = (number: number, over: object) => ({
    key: `cooperative/${idOf(0x1000 + number)}`,
    bucket,
    noun: 'cooperative',
    area: kukar,
    ...packed(number),
    ...over,
  });
  await former
    .table('page')
    .put({ key: bucket, rows: Object.fromEntries([1, 17, 33].map((number) => [packed(number).id, packed(number)])) });
  await former
    .table('row')
    .bulkPut([laid(17, { gone: true, data: null }), laid(33, { version: 4, base: packed(33) }), laid(49, { version: 1, base: null })]);
  await former.table('outbox').bulkPut(
    Array.from({ length: 50 }, (_, index) => ({
      deviceSeq: index + 1,
      id: idOf(index + 1),
      subject: 'x',
      fact: {},
      bytes: 2,
      state: 'unsent',
      folding: 1,
    })),
  );
  await former.table('setting').put({ key: 'cursors', value: { [kukar]: 7 } });
  former.close();
  const db = openFieldDatabase(name);
  await countDaily(db, today);
  expect(await held(db)).toEqual(digestsOf([rowOf(1), rowOf(33)]));
  expect((await readAll(db, 'cooperative')).map(({ id }) => id).sort()).toEqual([1, 33, 49].map((number) => idOf(0x1000 + number)).sort());
  expect(await db.outbox.where('state').equals('unsent').count()).toBe(50);
  expect(await readSetting(db, 'cursors')).toEqual({ [kukar]: 7 });
});

test('what one officer’s tablet has compared says nothing of the next one’s on the same machine', async () => {
  await receive(await tablet(), {
    pages: [pageOf(rowsOf(3))],
    digests: [{ area: kukar, nouns: digestsOf(rowsOf(2)) }],
    agreed: [province],
  });
  const other = await tablet();
  expect(await readProof(other)).toEqual({ areas: {}, pulls: [], pulledAt: {} });
  expect(await samenessOf(other)).toEqual({ kind: 'unknown' });
});

test('while an area is still on its way in packed pages, nobody is told that all is the same', async () => {
  const db = await tablet();
  const packed = { area: kukar, cursor: 0, more: true, rows: [], snapshot: { seq: 9, pages: 2 } };
  const shared = { area: province, cursor: 4, more: false, rows: [] };
  await receive(db, { pages: [shared, packed], digests: [{ area: province, nouns: {} }] });
  expect((await samenessOf(db)).kind).toBe('unknown');
});
