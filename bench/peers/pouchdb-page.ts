// PouchDB in the page of the measurement: the `indexeddb` adapter with its native indexes, replicated in batches of 1,000.
import PouchDB from 'pouchdb';
import indexeddb from 'pouchdb-adapter-indexeddb';
import find from 'pouchdb-find';
import { type BenchClient, offer } from '../sync/bench-page.ts';
import { type BenchRecord, indexedFields } from '../sync/records.ts';

PouchDB.plugin(indexeddb);
PouchDB.plugin(find);

type Doc = Omit<BenchRecord, 'id'> & { _id: string; _rev?: string; _conflicts?: string[] };

/** Ten times the usual 100: it needs a tenth of the requests. */
const batches = { batch_size: 1000 };

offer(async (client, { name }): Promise<BenchClient> => {
  const db = new PouchDB<Doc>(client, { adapter: 'indexeddb' });
  const remote = new PouchDB<Doc>(`${location.origin}/${name}`);
  for (const field of indexedFields) await db.createIndex({ index: { fields: [field] } });
  const push = async () => void (await db.replicate.to(remote, batches));
  const pull = async () => void (await db.replicate.from(remote, batches));
  return {
    write: async (records) => void (await db.bulkDocs(records.map(({ id, ...fields }) => ({ _id: id, ...fields })))),
    edit: async (edits) => {
      const { rows } = await db.allDocs({ keys: edits.map(({ id }) => id), include_docs: true });
      const docs = edits.map(({ field, to }, index) => ({ ...docOf(rows[index]), [field]: to }));
      const results = await db.bulkDocs(docs);
      if (results.some((result) => result.error)) throw new Error('an edit of the measurement was refused');
    },
    push,
    pull,
    sync: async () => {
      await push();
      await pull();
    },
    countIn: async (district) => (await db.find({ selector: { districtName: district }, limit: 10_000 })).docs.length,
    find: async (ids) => {
      const { rows } = await db.allDocs({ keys: [...ids], include_docs: true, conflicts: true });
      return Promise.all(
        rows.map(async (row) => {
          const shown = docOf(row);
          const losers = await Promise.all((shown._conflicts ?? []).map((rev) => db.get(shown._id, { rev })));
          const kept = losers.flatMap((loser) => Object.entries(loser).map(([field, value]) => ({ field, value })));
          return { id: shown._id, shown, kept, told: false };
        }),
      );
    },
    pushInStorm: async (lanes) => {
      for (let tries = lanes; ; tries += lanes) {
        const ends = await Promise.allSettled(Array.from({ length: lanes }, push));
        if (ends.some(({ status }) => status === 'fulfilled')) return tries;
      }
    },
  };
});

function docOf(row: { doc?: Doc | null } | undefined): Doc {
  if (!row?.doc) throw new Error('a record of the measurement is not there');
  return row.doc;
}
