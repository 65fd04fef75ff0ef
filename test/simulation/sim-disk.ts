// The tablets' disks: IndexedDB in memory whose operations are counted, so that any of them can be the last or find no room.
import type { DiskFault } from './plan.ts';

/** What the databases in memory keep of a connection; the standard does not show it, and a kill needs it. */
interface OpenConnection {
  name: string;
  _rawDatabase: { transactions: OpenTransaction[] };
}
interface OpenTransaction {
  db: OpenConnection;
  _state: string;
  _abort(name: string | null): void;
}

interface Armed {
  fault: DiskFault;
  /** Operations so far; for want of room only writes count. */
  count: number;
  fired(): void;
}

const armed = new Map<string, Armed>();

/** The fault meets the next step's operations on the database of this name; answers how to take it back. */
export function armDisk(name: string, fault: DiskFault | undefined, fired: () => void): () => void {
  if (fault) armed.set(name, { fault, count: 0, fired });
  return () => void armed.delete(name);
}

/** Nothing that was not committed is left, and nobody is told. */
export function dropTransactions(connection: unknown): void {
  const { _rawDatabase } = connection as OpenConnection;
  for (const transaction of [..._rawDatabase.transactions]) {
    if (transaction.db === connection && transaction._state !== 'finished') transaction._abort('AbortError');
  }
}

type Operation = (this: unknown, ...args: unknown[]) => unknown;
const reads = ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor'];
const writes = ['put', 'add', 'delete', 'clear'];

/** Once for the process, before any database is opened. */
export function watchDisks(): void {
  hurryUploads();
  for (const name of [...reads, ...writes]) {
    watch(IDBObjectStore.prototype, name, (store) => (store as IDBObjectStore).transaction);
    if (reads.includes(name)) watch(IDBIndex.prototype, name, (index) => (index as IDBIndex).objectStore.transaction);
  }
}

function watch(prototype: object, name: string, transactionOf: (self: unknown) => IDBTransaction): void {
  const methods = prototype as Record<string, Operation>;
  const usual = methods[name];
  if (!usual) throw new Error(`IndexedDB has no ${name}`);
  methods[name] = function (...args) {
    const transaction = transactionOf(this);
    const met = armed.get(transaction.db.name);
    if (!met || transaction.mode === 'versionchange') return usual.apply(this, args);
    const { kind, at } = met.fault;
    // What takes away needs no room; and where a photo has gone there is some again.
    if (kind !== 'killed' && name === 'delete') {
      if ((this as IDBObjectStore).name === 'fileContent' && met.count >= at) armed.delete(transaction.db.name);
      return usual.apply(this, args);
    }
    const counts = kind === 'killed' || writes.includes(name);
    if (counts) met.count += 1;
    if (!counts || met.count < at) return usual.apply(this, args);
    if (kind === 'killed') {
      if (met.count === at) met.fired();
      throw new DOMException('the tablet is off', 'AbortError');
    }
    // As in Chromium: the request is taken, then its transaction is rolled back. There is no room for the rest of the step either.
    if (met.count === at) met.fired();
    const request = usual.apply(this, args);
    const inside = transaction as unknown as OpenTransaction;
    if (inside._state !== 'finished') inside._abort(kind === 'quota' ? 'QuotaExceededError' : null);
    return request;
  };
}

/** Uploads rest between their tries; here that costs a moment. */
function hurryUploads(): void {
  const usual = globalThis.setTimeout;
  const rests = new Set([300, 1_000, 3_000, 6_000]);
  globalThis.setTimeout = ((run: () => void, ms = 0) => usual(run, rests.has(ms) ? 1 : ms)) as typeof setTimeout;
}
