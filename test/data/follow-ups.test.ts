// What visits leave to be done, on the tablet: agreed, overdue, done.
import { beforeEach, expect, test } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { followUpsOf } from '../../src/data/follow-ups.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { loadRegister } from '../../src/data/register.ts';
import { readRow } from '../../src/data/rows.ts';
import { tabletOf } from '../support/tablet.ts';
import { cooperativeBody, cooperativeId, idOf, kukar, officerOne, today } from '../support/world.ts';

const [earlier, later] = [idOf(0xb1), idOf(0xb2)];

let db: FieldDatabase;
beforeEach(async () => {
  db = await tabletOf(officerOne, { deviceId: idOf(1) });
  await record(
    { type: 'cooperativeRecorded', id: cooperativeId, area: kukar, body: cooperativeBody },
    visit(earlier, '2026-05-01', [{ text: 'Pasang papan nama' }, { text: 'Isi buku anggota', person: 'Sekretaris', dueOn: '2026-07-20' }]),
    visit(later, '2026-06-01', [{ text: 'Tentukan tanggal RAT', dueOn: '2026-07-01' }, { text: 'Undang pengawas' }]),
  );
});

const record = async (...acts: Act[]) => expect(await recordActs(db, acts, { now: today })).toMatchObject({ kind: 'recorded' });
const visit = (id: string, visitedOn: string, actions: { text: string; person?: string; dueOn?: string }[]): Act => ({
  type: 'visitRecorded',
  id,
  area: kukar,
  body: { cooperativeId, purpose: 'monitoring', visitedOn, actions },
});
const textsNow = async () => (await loadRegister(db)).followUps.map(({ text }) => text);

test('what is due first stands first, and what has no date behind it, from the latest visit on', async () => {
  expect(await textsNow()).toEqual(['Tentukan tanggal RAT', 'Isi buku anggota', 'Undang pengawas', 'Pasang papan nama']);
});

test('an action leaves the list as soon as its result is recorded, and the result stays on its visit', async () => {
  const body = { action: 'Isi buku anggota', doneOn: '2026-07-05', result: 'Terisi semua' };
  await record({ type: 'agreedActionDone', id: earlier, area: kukar, body });
  expect(await textsNow()).toEqual(['Tentukan tanggal RAT', 'Undang pengawas', 'Pasang papan nama']);
  expect((await readRow(db, 'visit', earlier, cooperativeId))?.data.actionsDone).toMatchObject([body]);
});

test('each knows its visit, its cooperative and the officer who agreed on it', async () => {
  const [first] = (await loadRegister(db)).followUps;
  expect(first).toMatchObject({ visitId: later, cooperativeId, area: kukar, officerId: officerOne.id, dueOn: '2026-07-01' });
  expect(followUpsOf([])).toEqual([]);
});
