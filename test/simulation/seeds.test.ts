// Small worlds from seeds: several tablets, a bad network, full disks, ends in the middle; nothing lost, doubled, stuck or unequal.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { breaks } from './break-list.ts';
import type { Plan } from './plan.ts';
import regressions from './regressions.json' with { type: 'json' };
import { failureOf, runSeeds } from './run.ts';
import { watchDisks } from './sim-disk.ts';
import { openSimOffice, type SimOffice } from './sim-office.ts';

/** What two cores live through in a minute; `npm run simulate` takes any number. */
const seeds = 60;

let fresh: FreshDatabase;
let office: SimOffice;
beforeAll(async () => {
  watchDisks();
  fresh = await freshDatabase();
  office = await openSimOffice(fresh.url);
});
afterAll(async () => {
  await office.close();
  await fresh.drop();
});

test(`${seeds} seeded worlds come to rest with nothing lost, doubled, stuck or unequal`, { timeout: 1_800_000 }, async () => {
  const summary = await runSeeds(office, {
    seeds: Array.from({ length: seeds }, (_, place) => place + 1),
    mostFailures: 1,
    shrinks: false,
  });
  expect(summary.failures).toEqual([]);
  expect(summary.counts.facts).toBeGreaterThan(seeds);
});

test('worlds that once failed do not any more', { timeout: 120_000 }, async () => {
  for (const plan of regressions as Plan[]) expect(await failureOf(office, plan)).toBeUndefined();
});

test('each deliberate break still finds its place in the code', () => {
  const places = breaks.flatMap(({ what, edits }) =>
    edits.map(({ file, from }) => [what, readFileSync(file, 'utf8').split(from).length - 1]),
  );
  expect(places.filter(([, count]) => count !== 1)).toEqual([]);
});
