// RxDB in the page of the measurement: Dexie storage, replicated over HTTP by the handlers of its documentation, in batches of 1,000.
import { createRxDatabase, type RxJsonSchema } from 'rxdb/plugins/core';
import { type RxReplicationState, replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { type BenchClient, offer } from '../sync/bench-page.ts';
import { type BenchRecord, indexedFields } from '../sync/records.ts';
import type { Checkpoint, PulledBatch, PushRow } from './rxdb-wire.ts';

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;

const schema: RxJsonSchema<BenchRecord> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(36),
    regencyCode: text(5),
    name: text(200),
    legalEntityNumber: text(120),
    legalEntityOn: text(10),
    form: text(10),
    membershipScope: text(10),
    group: text(60),
    address: text(600),
    villageName: text(120),
    districtName: text(120),
    bookYearEndMonth: { type: 'number' },
    legalStatus: text(20),
  } as RxJsonSchema<BenchRecord>['properties'],
  required: ['id', ...indexedFields],
  indexes: [...indexedFields],
};

/** Ten times the usual 100: it needs a tenth of the requests. */
const batchSize = 1000;

offer(async (client, { name: place }): Promise<BenchClient> => {
  const db = await createRxDatabase({ name: client, storage: getRxStorageDexie(), multiInstance: false });
  const { records } = await db.addCollections({ records: { schema } });
  if (!records) throw new Error('the collection did not come to be');
  const pulling = {
    batchSize,
    handler: (checkpoint: Checkpoint | undefined, limit: number): Promise<PulledBatch> =>
      ask(`/pull/${place}?seq=${checkpoint?.seq ?? 0}&limit=${limit}`),
  };
  const pushing = {
    batchSize,
    handler: (rows: readonly unknown[]): Promise<BenchRecord[]> => ask(`/push/${place}`, rows as PushRow[]),
  };
  /** One pass of a replication that goes on where it stopped, since it keeps its name. */
  const run = async (identifier: string, ways: { push?: typeof pushing; pull?: typeof pulling }, retryTime = 5000) => {
    const state = replicateRxCollection<BenchRecord, Checkpoint>({
      collection: records,
      replicationIdentifier: identifier,
      live: false,
      waitForLeadership: false,
      retryTime,
      ...ways,
    } as Parameters<typeof replicateRxCollection<BenchRecord, Checkpoint>>[0]);
    await finished(state);
  };
  return {
    write: async (all) => {
      const { error } = await records.bulkInsert([...all]);
      if (error.length > 0) throw new Error('a record of the measurement was refused');
    },
    edit: async (edits) => {
      const found = await records.findByIds(edits.map(({ id }) => id)).exec();
      await Promise.all(edits.map(({ id, field, to }) => found.get(id)?.incrementalPatch({ [field]: to })));
    },
    push: () => run('both', { push: pushing }),
    pull: () => run('both', { pull: pulling }),
    sync: () => run('both', { push: pushing, pull: pulling }),
    countIn: async (district) => (await records.find({ selector: { districtName: district } }).exec()).length,
    find: async (ids) => {
      const found = await records.findByIds([...ids]).exec();
      return [...found.values()].map((doc) => ({ id: doc.id, shown: { ...doc.toJSON() }, kept: [], told: false }));
    },
    pushInStorm: async (lanes) => {
      await Promise.all(Array.from({ length: lanes }, (_, lane) => run(`storm ${lane}`, { push: pushing }, 50)));
      return lanes;
    },
  };
});

async function finished(state: RxReplicationState<BenchRecord, Checkpoint>): Promise<void> {
  await state.awaitInitialReplication();
  await state.cancel();
}

async function ask<T>(path: string, body?: readonly PushRow[]): Promise<T> {
  const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json() as Promise<T>;
}
