// Pantau in the page of the measurement: the tablet's own database, acts and exchange, as the app has them, without its screens.
import * as z from 'zod/mini';
import type { FieldDatabase } from '../../src/data/database.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { loadRegister } from '../../src/data/register.ts';
import { readAll } from '../../src/data/rows.ts';
import { exchangeAll } from '../../src/sync/exchange.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';
import { type BenchClient, offer, type Place } from './bench-page.ts';

// As in the app: the policy of its page forbids to compile text.
z.config({ jitless: true });

const office = officeAt(location.origin);
const appVersion = 'bench';
const actsAtOnce = 500;

offer(async (_client, { name: area, username = '', password = '' }: Place): Promise<BenchClient> => {
  const signedIn = await signIn(office, { username, password, appVersion });
  if (signedIn.kind !== 'signedIn') throw new Error(`${username} could not sign in: ${signedIn.kind}`);
  const { db } = signedIn;
  const exchange = async () => {
    const result = await exchangeAll(db, office, { appVersion });
    if (result.kind !== 'done') throw new Error(`the exchange ended with ${result.kind}`);
  };
  return {
    write: (records) =>
      record(
        db,
        records.map(({ id, ...body }) => ({ type: 'cooperativeRecorded', id, area, body })),
      ),
    edit: (edits) =>
      record(
        db,
        edits.map(({ id, field, from, to }) => ({ type: 'cooperativeChanged', id, area, body: { changes: { [field]: { from, to } } } })),
      ),
    push: exchange,
    pull: exchange,
    sync: exchange,
    countIn: async (district) => {
      const { entries } = await loadRegister(db);
      return entries.filter(({ cooperative }) => cooperative.districtName === district).length;
    },
    find: async (ids) => {
      const wanted = new Set(ids);
      const rows = (await readAll(db, 'cooperative')).filter(({ id }) => wanted.has(id));
      return rows.map(({ id, data }) => ({
        id,
        shown: data,
        kept: (data.conflicts ?? []).map(({ field, other }) => ({ field, value: other })),
        told: true,
      }));
    },
    // The product sends from one place at a time; here its lock is left away.
    pushInStorm: async (lanes) => {
      for (let tries = lanes; ; tries += lanes) {
        await Promise.all(Array.from({ length: lanes }, () => exchangeAll(db, office, { appVersion })));
        if ((await db.outbox.where('state').equals('unsent').count()) === 0) return tries;
      }
    },
  };
});

async function record(db: FieldDatabase, acts: readonly Act[]): Promise<void> {
  for (let from = 0; from < acts.length; from += actsAtOnce) {
    const result = await recordActs(db, acts.slice(from, from + actsAtOnce));
    if (result.kind !== 'recorded') throw new Error(`an act of the measurement was ${result.kind}`);
  }
}
