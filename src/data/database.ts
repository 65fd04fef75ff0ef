// The tablet's database: one for each officer, the only truth for the screen.
import { Dexie, type Table } from 'dexie';
import type { FileReference } from '../domain/file.ts';
import type { KnownFact } from '../domain/fold.ts';
import type { Noun } from '../domain/noun.ts';
import type { RescueReceipt, RescueRefusal } from '../domain/rescue.ts';
import type { Verdict } from '../domain/wire.ts';
import type { DataOf } from '../domain/world.ts';
import { takeOutGone } from './upgrade-2.ts';
import { packDelivered } from './upgrade-5.ts';

/** A row as it is kept inside a packed page; area and noun stand in the page's key. */
export interface PackedRow {
  id: string;
  root: string;
  version: number;
  data: DataOf[Noun];
}

/** Some hundred rows of one noun in one record: what arrives in bulk is kept in bulk. */
export interface Page {
  key: string;
  rows: Record<string, PackedRow>;
}

/**
 * A row laid over its page. While own facts are pending, `base` holds what the office last sent (null: nothing yet).
 * `lent`: as another tablet in the same hall showed it, which stands in for the office's row until that comes.
 */
export interface LaidRow extends PackedRow {
  key: string;
  bucket: string;
  noun: Noun;
  area: string;
  base?: PackedRow | null;
  lent?: PackedRow;
}

/** Which versions of the office's rows lie in a bucket, packed or laid: what the tablet's digests are made of. */
export interface Tally {
  key: string;
  versions: Record<string, number>;
}

/** `settled`: its officer has seen to what the office said, or the conflict it was in has been decided; the verdict stays with it. */
export type OutboxState = 'unsent' | 'settled' | Verdict['kind'];

/** A fact of this device, sent or not, until it is delivered. `folding` 1: not yet contained in the rows that came from the office. */
export interface OutboxFact {
  deviceSeq: number;
  id: string;
  subject: string;
  fact: KnownFact;
  bytes: number;
  state: OutboxState;
  folding: 0 | 1;
  verdict?: Verdict;
  /** When the office's first answer about it arrived, device time. */
  sentAt?: number;
}

/** Facts that an answer left with nothing more to happen to them: the office has them, and so do its rows on this tablet. In device order. */
export interface DeliveredPack {
  /** Counted by the database. */
  key?: number;
  facts: OutboxFact[];
}

/** What is being typed; it belongs to the officer of this database and is kept from the first key on. */
export interface Draft {
  key: string;
  kind: 'visit' | 'meeting' | 'minutes' | 'roster' | 'cooperative';
  cooperativeId: string;
  content: unknown;
  savedAt: number;
}

/** Why the office did not take a file, or the tablet could not send it. */
export type FileRefusal = 'area' | 'type' | 'tooLarge' | 'damaged' | 'missing';

/** A photo or sheet of one record. The same bytes may hang on several; they are kept once, in `fileContent`. */
export interface HeldFile extends FileReference {
  /** The draft it was taken for, or the row key of the record that names it. */
  owner: string;
  state: 'draft' | 'unsent' | 'atOffice' | 'refused';
  area?: string;
  /** Bytes that the office had when it was last heard. */
  offset?: number;
  refusal?: FileRefusal;
}

/** Apart from what is listed, so that a list of photos does not read megabytes. A buffer, since WebKit loses blobs in IndexedDB. */
export interface FileContent {
  sha256: string;
  bytes: ArrayBuffer;
}

/** A colleague's rescue file on its way to the office. `handedIn`: the office has it, durable, and its pieces are gone from here. */
export interface CarriedFile {
  sha256: string;
  name: string;
  bytes: number;
  receivedAt: number;
  state: 'carried' | 'handedIn' | 'refused';
  /** Bytes that the office had when it was last heard. */
  at?: number;
  refusal?: RescueRefusal;
  receipt?: RescueReceipt;
}

export interface CarriedPiece {
  sha256: string;
  place: number;
  bytes: ArrayBuffer;
}

export interface Setting {
  key: string;
  value: unknown;
}

export interface FieldDatabase extends Dexie {
  page: Table<Page, string>;
  row: Table<LaidRow, string>;
  outbox: Table<OutboxFact, number>;
  delivered: Table<DeliveredPack, number>;
  tally: Table<Tally, string>;
  draft: Table<Draft, string>;
  setting: Table<Setting, string>;
  file: Table<HeldFile, [owner: string, sha256: string]>;
  fileContent: Table<FileContent, string>;
  carried: Table<CarriedFile, string>;
  carriedPiece: Table<CarriedPiece, [sha256: string, place: number]>;
}

const namePrefix = 'pantau-';
export const databaseNameOf = (officerId: string): string => `${namePrefix}${officerId}`;

/** The officers whose databases stand on this tablet, whatever else remembers them. */
export async function officersOnDisk(): Promise<string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(namePrefix)).map((name) => name.slice(namePrefix.length));
}

/**
 * Strict durability: a commit that the screen reports as saved has reached the disk.
 * Without Dexie's cache of queries: it shows what is not committed yet, and what a transaction has deleted already.
 */
export function openFieldDatabase(name: string): FieldDatabase {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as FieldDatabase;
  db.version(1).stores({
    page: 'key',
    row: 'key, bucket',
    outbox: 'deviceSeq, &id, subject, state, folding',
    draft: 'key, kind, cooperativeId',
    setting: 'key',
  });
  db.version(2).stores({ tally: 'key' }).upgrade(takeOutGone);
  db.version(3).stores({ file: '[owner+sha256], owner, sha256, state', fileContent: 'sha256' });
  db.version(4).stores({ carried: 'sha256', carriedPiece: '[sha256+place]' });
  db.version(5).stores({ outbox: 'deviceSeq, subject, [state+folding]', delivered: '++key' }).upgrade(packDelivered);
  return db;
}

export const rowKeyOf = (noun: Noun, id: string): string => `${noun}/${id}`;
