// What went with a tablet's storage and came to the office by another way: the tablet learns of it, number by number.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingWithin } from '../../server/store/missing-facts.ts';
import { readQuarantine, releaseHeld } from '../../server/store/release.ts';
import { openFieldDatabase } from '../../src/data/database.ts';
import { keepSession } from '../../src/data/keep-session.ts';
import { lossToAsk, standingOf } from '../../src/data/loss.ts';
import { readSetting } from '../../src/data/settings.ts';
import { signInTablet } from '../support/founded-office.ts';
import { type OfficeWithFiles, officeWithFiles, tabletAt } from '../support/office-with-files.ts';
import { handIn, rescueOf, syncWith, workInField } from '../support/rescue-office.ts';
import { kukar, mahulu, province } from '../support/world.ts';

let office: OfficeWithFiles;
beforeAll(async () => {
  office = await officeWithFiles();
});
afterAll(() => office.close());

/** Two facts in the first file, four in the second, and then nothing is left on the tablet but its note. */
async function emptied(username: string, number: number) {
  const { db, device } = await tabletAt(office, username, [kukar]);
  await syncWith(office, db);
  await workInField(db, number);
  const two = await rescueOf(db);
  await workInField(db, number + 1);
  const four = await rescueOf(db);
  await db.delete();
  const again = await signInTablet(office.db, username, device.deviceId);
  const tablet = openFieldDatabase(`tablet-${username}`);
  const answer = { token: again.token, officer: again.officer, now: Date.now(), deviceSeq: 0, lastHash: again.next.previousHash };
  const noted = { type: 'visitRecorded', firstAt: 1, lastAt: 2, numbers: [{ from: 1, to: 4 }] };
  const note = { deviceId: device.deviceId, lastSeq: 4, facts: [noted] };
  await keepSession(tablet, device.deviceId, { ...answer, province, isDemo: false }, { note });
  const desk = await tabletAt(office, `meja.${username}`, [kukar], 'verifier');
  const bring = (file: { bytes: Buffer }) => handIn(office, desk.device.token, file.bytes);
  const standing = async () => {
    expect(await syncWith(office, tablet)).toMatchObject({ kind: 'done' });
    const loss = await readSetting(tablet, 'loss');
    if (!loss) throw new Error('nothing was lost');
    const { gone, held, refused, arrived } = standingOf(loss);
    expect(loss.left).toBe(gone.count);
    return {
      counts: [gone.count, held.count, refused.count, arrived],
      named: [gone, held, refused].map(({ facts }) => facts.flatMap(({ numbers }) => numbers)),
    };
  };
  return { tablet, device, two, four, bring, standing };
}

test('a file that brings a part of it leaves the rest named, and one that brings the whole ends the loss', async () => {
  const { tablet, two, four, bring, standing } = await emptied('hilang', 10);
  expect(await standing()).toEqual({ counts: [4, 0, 0, 0], named: [[{ from: 1, to: 4 }], [], []] });
  await bring(two);
  expect(await standing()).toEqual({ counts: [2, 0, 0, 2], named: [[{ from: 3, to: 4 }], [], []] });
  await bring(four);
  expect(await standing()).toEqual({ counts: [0, 0, 0, 4], named: [[], [], []] });
  expect(await lossToAsk(tablet)).toBeUndefined();
});

test('what the office holds back is neither lost nor arrived, until somebody decides', async () => {
  const { device, two, four, bring, standing } = await emptied('ditahan', 20);
  await bring(two);
  // The office has forgotten the key with which the tablet signed.
  await office.db.deleteFrom('device_key').where('device_id', '=', device.deviceId).execute();
  expect(await bring(four)).toMatchObject({ receipt: { proof: 'unproved' } });
  expect(await standing()).toEqual({ counts: [0, 2, 0, 2], named: [[], [{ from: 3, to: 4 }], []] });
  const held = (await readQuarantine(office.db)).filter(({ deviceId }) => deviceId === device.deviceId);
  for (const { id } of held) await releaseHeld(office.db, id, Date.now());
  expect(await standing()).toMatchObject({ counts: [0, 0, 0, 4] });
});

test('what the office refused has arrived and does not count: it is not called safe', async () => {
  const { device, four, bring, standing } = await emptied('ditolak', 40);
  // The officer lost the area before the file came.
  const officer = await office.db.selectFrom('record').selectAll().where('id', '=', device.officer.id).executeTakeFirstOrThrow();
  const data = JSON.stringify({ ...officer.data, areas: [mahulu] });
  await office.db.updateTable('record').set({ data }).where('id', '=', device.officer.id).execute();
  await bring(four);
  expect(await standing()).toEqual({ counts: [0, 0, 4, 0], named: [[], [], [{ from: 1, to: 4 }]] });
});

test('the office answers by numbers, of this tablet alone', async () => {
  const { device, two, bring } = await emptied('nomor', 30);
  await bring(two);
  const answer = (from: number, to: number) => missingWithin(office.db, device.deviceId, { from, to });
  expect(await answer(1, 2)).toEqual({ missing: [], held: [], refused: [] });
  expect(await answer(1, 9)).toEqual({ missing: [{ from: 3, to: 9 }], held: [], refused: [] });
  expect(await answer(5, 4)).toEqual({ missing: [], held: [], refused: [] });
  expect(await answer(1, 999_999_999_999_999)).toEqual({ missing: [{ from: 3, to: 999_999_999_999_999 }], held: [], refused: [] });
  const ask = (query: string, token = '') =>
    fetch(`${office.url}/api/facts/missing?${query}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask('from=1&to=2')).status).toBe(401);
  const { token } = await signInTablet(office.db, 'nomor', device.deviceId);
  for (const query of ['', 'from=0&to=2', 'from=1&to=1e9', 'from=-1&to=2', `from=1&to=${'9'.repeat(30)}`])
    expect((await ask(query, token)).status).toBe(400);
  expect(await (await ask('from=2&to=3', token)).json()).toEqual({ missing: [{ from: 3, to: 3 }], held: [], refused: [] });
  const other = await tabletAt(office, 'lain', [kukar]);
  expect(await missingWithin(office.db, other.device.deviceId, { from: 1, to: 2 })).toEqual({
    missing: [{ from: 1, to: 2 }],
    held: [],
    refused: [],
  });
});
