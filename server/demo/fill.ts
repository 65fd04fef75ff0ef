// Filling an office's empty database with the demo province: all of it or nothing, in one transaction.
import type { Author } from '../store/accept.ts';
import { createAccount } from '../store/accounts.ts';
import { areasOfProvince } from '../store/area-data.ts';
import type { Database } from '../store/database.ts';
import { recordLetterhead } from '../store/letterhead.ts';
import { tellPlanner } from '../store/planner.ts';
import { recordAtOffice, systemAuthor } from '../store/server-device.ts';
import { settingsOf, writeSetting } from '../store/setting.ts';
import type { DemoAct } from './act.ts';
import { demoAccounts, demoPassword } from './officers.ts';
import { generateDemo } from './province.ts';

/** The only province that the demo knows; for another one it would have no published figures to follow. */
export const demoProvince = '64';
const demoLetterhead = ['PEMERINTAH PROVINSI KALIMANTAN TIMUR', 'DINAS KOPERASI (CONTOH)', 'Jalan Contoh Nomor 1, Samarinda'];
const seed = 64;
const actsPerBatch = 4000;
/** While the tables are young they double between these batches. */
const tellPlannerBefore: ReadonlySet<number> = new Set([1, 2, 4, 8]);

export interface FillOptions {
  /** Epoch ms. */
  now: number;
  onProgress?: (progress: { done: number; all: number }) => void;
}

/** The office must have been founded, for province 64, and hold no cooperative yet. */
export async function fillDemo(db: Database, { now, onProgress }: FillOptions): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { province } = await settingsOf(trx);
    const areas = province === demoProvince ? await areasOfProvince(province) : undefined;
    if (!areas) throw new Error(`the demo province is ${demoProvince}, not ${province}`);
    const officers: Author[] = [];
    for (const account of demoAccounts) {
      const created = await createAccount(trx, { ...account, password: demoPassword });
      if (created.kind === 'refused') throw new Error(`the demo account ${account.username} was refused: ${created.reason}`);
      officers.push({ id: created.officerId, role: account.role, areas: account.areas });
    }
    const system = await systemAuthor(trx);
    const named = officers.map((officer, index) => ({ ...officer, name: demoAccounts[index]?.name ?? '' }));
    const acts = generateDemo({ seed, now, areas, officers: named, policyId: await policyIdOf(trx) });
    let done = 0;
    onProgress?.({ done, all: acts.length });
    for (const [number, batch] of batchesOf(acts).entries()) {
      if (tellPlannerBefore.has(number)) await tellPlanner(trx);
      const author = officers.find(({ id }) => id === batch[0]?.officerId) ?? system;
      await recordBatch(trx, batch, author);
      done += batch.length;
      onProgress?.({ done, all: acts.length });
    }
    await recordLetterhead(trx, demoLetterhead, '2000-01-01');
    await tellPlanner(trx);
    await writeSetting(trx, 'isDemo', true);
  });
}

/** Acts of one author that follow each other, not too many at once. */
export function batchesOf(acts: readonly DemoAct[]): DemoAct[][] {
  const batches: DemoAct[][] = [];
  let author: string | undefined;
  for (const act of acts) {
    const batch = batches.at(-1);
    if (batch && act.officerId === author && batch.length < actsPerBatch) batch.push(act);
    else batches.push([act]);
    author = act.officerId;
  }
  return batches;
}

/** The clashes of the demo are meant; anything refused or left waiting is not. */
async function recordBatch(trx: Database, batch: readonly DemoAct[], author: Author): Promise<void> {
  for (const { fact, verdict } of await recordAtOffice(trx, batch, author)) {
    if (verdict.kind === 'applied' || verdict.kind === 'merged' || verdict.kind === 'conflict') continue;
    throw new Error(`${fact.type} of ${fact.subject.id} was ${verdict.kind}: ${verdict.rule ?? ''} ${verdict.field ?? ''}`);
  }
}

async function policyIdOf(trx: Database): Promise<string> {
  const { id } = await trx.selectFrom('record').select('id').where('noun', '=', 'policy').orderBy('seq').executeTakeFirstOrThrow();
  return id;
}
