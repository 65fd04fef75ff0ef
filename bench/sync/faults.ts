// Two runs that tell what is lost: two officers who edit the same thousand records, and a push whose acknowledgements go astray.
import { randomOf } from '../../test/support/random.ts';
import { openClients } from './browser.ts';
import { writing } from './engines.ts';
import type { Bench, Ground } from './exchanges.ts';
import { type BenchRecord, type Edit, editsOf } from './records.ts';
import type { Conflicts, Storm } from './samples.ts';

const edited = 1_000;
const stormed = 1_006;
const lanes = 5;

/** Half of the edits meet on one field, half touch two fields of one record. */
export async function measureConflicts(bench: Bench, { number, records: made }: Ground): Promise<Conflicts> {
  const { name, ways } = await bench.server.place(number);
  const records = made(name.slice(0, 5)).slice(0, edited);
  const clients = await openClients(bench.front);
  try {
    const [first, second] = [await clients.open('first', ways[0]), await clients.open('second', ways[1])];
    await first.write(records);
    await first.push();
    await second.pull();
    const edits = [editsBy(records, 'villageName', 'satu'), editsBy(records, 'address', 'dua')] as const;
    await first.edit(edits[0]);
    await second.edit(edits[1]);
    for (const client of [first, second, first, second]) await client.sync();
    const ids = records.map(({ id }) => id);
    const views = [await first.find(ids), await second.find(ids)].map((found) => new Map(found.map((each) => [each.id, each])));
    const counts = { shown: 0, told: 0, hidden: 0, lost: 0 };
    for (const { id, field, to } of edits.flat()) {
      const found = views.map((view) => view.get(id));
      const keeper = found.find((each) => each?.kept.some((value) => value.field === field && value.value === to));
      if (found.every((each) => each?.shown[field] === to)) counts.shown += 1;
      else if (keeper) counts[keeper.told ? 'told' : 'hidden'] += 1;
      else counts.lost += 1;
    }
    return { run: bench.run, engine: bench.engine, ...counts };
  } finally {
    await clients.close();
  }
}

function editsBy(records: readonly BenchRecord[], ownField: Edit['field'], who: string): Edit[] {
  const half = records.length / 2;
  return [...editsOf(records.slice(0, half), 'group', who), ...editsOf(records.slice(half), ownField, who)];
}

/** Every second reply to a write is lost after the server has done the work, and five senders try at once. */
export async function measureStorm(bench: Bench, { number, records: made }: Ground): Promise<Storm> {
  const { engine, server, front, run } = bench;
  const { name, ways } = await server.place(number);
  const records = made(name.slice(0, 5)).slice(0, stormed);
  const clients = await openClients(front);
  const { chance } = randomOf(run);
  let lostReplies = 0;
  try {
    const client = await clients.open('first', ways[0]);
    await client.write(records);
    front.loses = (method, path) => {
      const isLost = writing[engine].test(`${method} ${path.split('?')[0]}`) && chance(0.5);
      if (isLost) lostReplies += 1;
      return isLost;
    };
    const { ms, tries } = await client.pushInStorm(lanes);
    front.loses = () => false;
    await client.sync();
    const [rows, logged] = [await server.count(name), await server.countLogged?.(name)];
    return { run, engine, wanted: stormed, rows, logged, lostReplies, tries, ms };
  } finally {
    front.loses = () => false;
    await clients.close();
  }
}
