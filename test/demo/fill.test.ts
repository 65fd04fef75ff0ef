import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDemo } from '../../server/demo/fill.ts';
import { demoAccounts } from '../../server/demo/officers.ts';
import { listAccounts } from '../../server/store/accounts.ts';
import { foundOffice } from '../../server/store/bootstrap.ts';
import { rebuildRows } from '../../server/store/rebuild.ts';
import { readRecap, readRecapRows } from '../../server/store/recap.ts';
import { readSettings } from '../../server/store/setting.ts';
import { verifyLog } from '../../server/store/verify.ts';
import { dayOf, lastEndedBookYear } from '../../src/domain/day.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { meetingStateOf, type RatMeeting } from '../../src/domain/rat-meeting.ts';
import { consecutiveMissed, type RatStatusName, ratStatusOf } from '../../src/domain/rat-status.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { idOf } from '../support/world.ts';

let fresh: FreshDatabase;
const today = dayOf(Date.now());
const steps: number[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
  expect(await foundOffice(fresh.db, '64')).toEqual({ kind: 'founded' });
  await fillDemo(fresh.db, { now: Date.now(), onProgress: ({ done, all }) => steps.push(done / all) });
}, 240_000);
afterAll(() => fresh.drop());

async function recapAt(asOf: string) {
  const reading = await readRecap(fresh.db, ['64'], { asOf });
  if (reading.kind !== 'recap') throw new Error('there is no policy');
  return reading.recap;
}
const countBy = <T>(list: readonly T[], keyOf: (item: T) => string) => {
  const counts: Record<string, number> = {};
  for (const item of list) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

describe('the register as of a date', () => {
  test('31 December 2015: 5,407 cooperatives, of which 901 held their RAT that year', async () => {
    const { total, regencies } = await recapAt('2015-12-31');
    expect(total).toMatchObject({ cooperatives: 5407, ratHeld: 901, ratOfAll: 1666 });
    expect(regencies).toHaveLength(10);
    expect(regencies.reduce((sum, regency) => sum + regency.ratHeld, 0)).toBe(901);
  });

  test('31 December 2014: 3,524 active, of which 1,598 held their RAT, as the Ministry counted', async () => {
    expect((await recapAt('2014-12-31')).total).toMatchObject({ active: 3524, ratHeld: 1598, ratOfActive: 4534 });
  });

  test('491 were removed in 2017, and the RATs have risen since', async () => {
    const [before, after, later] = [await recapAt('2016-12-31'), await recapAt('2017-12-31'), await recapAt('2025-12-31')];
    expect(before.total.cooperatives - after.total.cooperatives).toBe(491);
    expect(later.total.ratHeld).toBeGreaterThan(before.total.ratHeld);
  });
});

describe('the register of today', () => {
  test('has cooperatives in every state that an officer meets', async () => {
    const policy = { id: idOf(1), parameters: defaultPolicy };
    const rows = (await readRecapRows(fresh.db, ['64'], today)).filter(({ cooperative }) => cooperative.dissolvedOn === undefined);
    const statusOf = (row: (typeof rows)[number]): RatStatusName => {
      const bookYear = lastEndedBookYear(today, row.cooperative.bookYearEndMonth);
      return ratStatusOf({ ...row, bookYear, asOf: today, policy }).status;
    };
    const statuses = countBy(rows, statusOf);
    const streaks = countBy(rows, (row) => String(Math.min(5, consecutiveMissed({ ...row, asOf: today, policy }).count)));
    process.stdout.write(`Demo province on ${today}: ${JSON.stringify(statuses)}, missed years in a row ${JSON.stringify(streaks)}\n`);
    for (const status of ['heldOnTime', 'due', 'waived', 'heldUnverified']) expect(statuses[status], status).toBeGreaterThan(5);
    for (const streak of ['0', '1', '2', '3', '5']) expect(streaks[streak], `${streak} missed`).toBeGreaterThan(50);
  });

  test('has RATs that wait for the office, were returned, and are verified', async () => {
    const rows = await fresh.db.selectFrom('record').select('data').where('noun', '=', 'ratMeeting').execute();
    const meetings = rows.map(({ data }) => data as unknown as RatMeeting).filter(({ source }) => source === 'officer');
    const states = countBy(meetings, meetingStateOf);
    expect(states).toMatchObject({ waitingForVerification: 10, returned: 3, verified: 27 });
    expect(states.planned).toBeGreaterThan(9);
  });

  test('has values in conflict that somebody must decide on, and nothing refused', async () => {
    const verdicts = await fresh.db.selectFrom('fact').select(['kind', 'type']).execute();
    expect(
      countBy(
        verdicts.filter(({ kind }) => kind !== 'applied' && kind !== 'merged'),
        ({ kind, type }) => `${kind} ${type}`,
      ),
    ).toEqual({
      'conflict cooperativeChanged': 6,
    });
  });
});

test('the log of the demo proves itself like any other', async () => {
  expect(await verifyLog(fresh.db, () => {})).toMatchObject({ problems: [] });
});

test('an account of each role may sign in, and the office knows that it is a demo', async () => {
  expect((await listAccounts(fresh.db)).map(({ username }) => username).sort()).toEqual(
    demoAccounts.map(({ username }) => username).sort(),
  );
  expect(await readSettings(fresh.db)).toMatchObject({ isDemo: true, province: '64' });
});

test('progress is told from nothing to everything', () => {
  expect([steps[0], steps.at(-1)]).toEqual([0, 1]);
  expect([...steps].sort((one, other) => one - other)).toEqual(steps);
});

test('every row is the one that follows from the log, built again without the memory growing with it', { timeout: 180_000 }, async () => {
  const before = process.memoryUsage().heapUsed;
  const rebuilt = await rebuildRows(fresh.db);
  expect(rebuilt).toMatchObject({ differing: 0, problems: [] });
  expect(rebuilt.rows).toBeGreaterThan(20_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1024 * 1024);
});
