// PouchDB Server in its smallest documented set of routes, on LevelDB in a folder: `node pouchdb-server.ts <folder>` prints its port.
import type { AddressInfo } from 'node:net';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const [folder = ''] = process.argv.slice(2);
const OnDisk = PouchDB.defaults({ prefix: `${folder}/`, adapter: 'leveldb' });
const app = express();
app.get('/count/:place', async (request, response) => {
  const { rows } = await new OnDisk(request.params.place ?? '').allDocs();
  // The design documents of the indexes travel along.
  response.json({ count: rows.filter(({ id }) => !id.startsWith('_design/')).length });
});
app.use('/', expressPouchdb(OnDisk, { mode: 'minimumForPouchDB', logPath: `${folder}/log.txt`, configPath: `${folder}/config.json` }));
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${(server.address() as AddressInfo).port}`));
