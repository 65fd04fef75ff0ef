// Work in several rescue files: in whatever order they are handed in, nothing counts twice and no value is lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samenessOf } from '../../src/data/proof.ts';
import { recordActs } from '../../src/data/record.ts';
import { makeRescueFile } from '../../src/data/rescue-file.ts';
import { readRow } from '../../src/data/rows.ts';
import { type OfficeWithFiles, officeWithFiles, tabletAt } from '../support/office-with-files.ts';
import { handIn, logOf, quarantineOf, syncWith } from '../support/rescue-office.ts';
import { cooperativeBody, idOf, kukar } from '../support/world.ts';

let office: OfficeWithFiles;
beforeAll(async () => {
  office = await officeWithFiles();
});
afterAll(() => office.close());

/** A new cooperative whose address was then put right twice, one fact a file. */
async function threeFiles(number: number) {
  const { db, device } = await tabletAt(office, `petugas.${number}`, [kukar]);
  await syncWith(office, db);
  const id = idOf(0x2c000 + number);
  await recordActs(db, [{ type: 'cooperativeRecorded', id, area: kukar, body: { ...cooperativeBody, address: 'Satu' } }]);
  for (const [from, to] of [
    ['Satu', 'Dua'],
    ['Dua', 'Tiga'],
  ]) {
    await recordActs(db, [{ type: 'cooperativeChanged', id, area: kukar, body: { changes: { address: { from, to } } } }]);
  }
  const files: Buffer[] = [];
  for (let made = await makeRescueFile(db, { appVersion: 'test', limits: { facts: 1 } }); made.kind === 'made'; ) {
    files.push(Buffer.from(await made.blob.arrayBuffer()));
    if (!made.rest) break;
    made = await makeRescueFile(db, { appVersion: 'test', limits: { facts: 1 }, after: made.rest.after });
  }
  return { db, device, id, files };
}

test.each([
  [[1, 2, 3], 'Tiga'],
  [[2, 1, 3], 'Tiga'],
  [[2, 3, 1], 'Tiga'],
  [[3, 2, 1], 'Tiga'],
  // What came of the last part before the second was there cannot know what it had built on: kept, and asked about.
  [[1, 3, 2], undefined],
  [[3, 1, 2], undefined],
] as const)('handed in as %j', async (order, shown) => {
  const { db, device, id, files } = await threeFiles(Number(order.join('')));
  const desk = await tabletAt(office, `meja.${order.join('')}`, [kukar], 'verifier');
  for (const part of order) {
    expect(await handIn(office, desk.device.token, files[part - 1] ?? Buffer.alloc(0))).toMatchObject({ kind: 'taken' });
  }
  await syncWith(office, db);
  expect(await logOf(office, device.deviceId)).toHaveLength(3);
  expect(await quarantineOf(office, device.deviceId)).toEqual([]);
  const { address, conflicts = [] } = (await readRow(db, 'cooperative', id, id))?.data ?? {};
  if (shown) expect([address, conflicts]).toEqual([shown, []]);
  else expect([address, ...conflicts.map(({ other }) => other)]).toContain('Tiga');
  expect((await samenessOf(db)).kind).toBe('same');
});
