// The server half of RxDB's HTTP replication as its documentation describes it, before PostgreSQL: the push in one transaction and in batches,
// conflicts by comparing whole documents, checkpoints by a number that is given under a lock. `node rxdb-server.ts <url>` prints its port.
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express from 'express';
import pg from 'pg';
import type { PulledBatch, PushRow } from './rxdb-wire.ts';

const [connectionString = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString });
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
await pool.query(`
  create table doc (place text, id text, seq bigint not null, data jsonb not null, primary key (place, id));
  create index doc_seq on doc (place, seq);
  create sequence doc_seq_next`);

const app = express();
app.use(compression());
app.use(express.json({ limit: '50mb' }));

app.get('/count/:place', async (request, response) => {
  const { rows } = await pool.query<{ count: number }>('select count(*) from doc where place = $1', [request.params.place]);
  response.json({ count: rows[0]?.count });
});

app.get('/pull/:place', async (request, response) => {
  const { seq, limit } = request.query;
  const { rows } = await pool.query<{ seq: number; data: PulledBatch['documents'][number] }>(
    'select seq, data from doc where place = $1 and seq > $2 order by seq limit $3',
    [request.params.place, Number(seq), Number(limit)],
  );
  const answer: PulledBatch = { documents: rows.map(({ data }) => data), checkpoint: { seq: rows.at(-1)?.seq ?? Number(seq) } };
  response.json(answer);
});

app.post('/push/:place', async (request, response) => {
  response.json(await take(request.params.place ?? '', request.body as PushRow[]));
});

/** Answers the documents that stood otherwise than the client assumed. */
async function take(place: string, rows: readonly PushRow[]): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(1)');
    const { rows: conflicts } = await client.query<{ id: string; data: unknown }>(
      `select d.id, d.data from unnest($2::text[], $3::jsonb[]) as w (id, assumed)
       join doc d on d.place = $1 and d.id = w.id where w.assumed is null or w.assumed <> d.data`,
      [
        place,
        rows.map((row) => row.newDocumentState.id),
        rows.map(({ assumedMasterState: assumed }) => assumed && JSON.stringify(assumed)),
      ],
    );
    const differing = new Set(conflicts.map(({ id }) => id));
    const fitting = rows.map((row) => row.newDocumentState).filter(({ id }) => !differing.has(id));
    await client.query(
      `insert into doc (place, id, seq, data) select $1, w.id, nextval('doc_seq_next'), w.data from unnest($2::text[], $3::jsonb[]) as w (id, data)
       on conflict (place, id) do update set seq = excluded.seq, data = excluded.data`,
      [place, fitting.map(({ id }) => id), fitting.map((doc) => JSON.stringify(doc))],
    );
    await client.query('commit');
    return conflicts.map(({ data }) => data);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const server = app.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
