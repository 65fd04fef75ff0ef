// The tables as Kysely knows them; migrations make them so.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { FileType } from '../../src/domain/file.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import type { RescueReport } from '../../src/domain/rescue.ts';
import type { Verdict } from '../../src/domain/wire.ts';

type Json = ColumnType<unknown, string, string>;
type CreatedAt = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeAt = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** An area's counter and chain; its row is locked by whoever writes into the area. */
export interface AreaTable {
  code: string;
  seq: Generated<number>;
  chain: Generated<string>;
  /** Tombstones up to this sequence have been cleared away: a cursor before it no longer tells all. */
  horizon: Generated<number>;
}

/** A row of the register as of its last fact; `data` is null where it has left the area, then to `moved_to`. */
export interface RecordTable {
  area: string;
  noun: string;
  id: string;
  root: string;
  seq: number;
  version: number;
  data: JSONColumnType<object | null, string | null, string | null>;
  moved_to: string | null;
  left_at: MaybeAt;
}

/** How many rows of a noun an area holds, and the XOR of their marks (`src/domain/digest.ts`); written together with them. */
export interface DigestTable {
  area: string;
  noun: string;
  count: number;
  /** 64 bits as 16 hex digits. */
  mark: string;
}

/** The log: every fact with the verdict it got. */
export interface FactTable {
  id: string;
  area: string;
  device_id: string;
  device_seq: number;
  officer_id: string;
  type: string;
  noun: string;
  subject_id: string;
  at: number;
  content: ColumnType<KnownFact, string, string>;
  hash: string;
  linked: boolean;
  kind: string;
  verdict: ColumnType<Verdict, string, string>;
  waiting_for: string | null;
  /** Set where a fact was judged after it had waited and its device may not know yet: the area's sequence at that time. */
  untold_seq: number | null;
  chain: string;
  received_at: CreatedAt;
  /** In which order facts became part of their rows, over all areas; null for those that did not. */
  folded: number | null;
  /** In the order in which facts were taken in; within an area also the order of its chain. */
  position: Generated<number>;
}

/** What a device sent that could not be read, byte for byte. */
export interface QuarantineTable {
  id: Generated<number>;
  device_id: string;
  raw: Buffer;
  raw_hash: string;
  problem: string;
  /** The tablet that brought it in a rescue file without being its proved author; null where it sent it itself. */
  handed_by: string | null;
  received_at: CreatedAt;
  /** When it was judged after all, and the verdict. */
  released_at: MaybeAt;
  verdict: JSONColumnType<Verdict | null, string | null, string | null>;
}

export interface DeviceTable {
  id: string;
  officer_id: string;
  name: string | null;
  token_hash: string | null;
  app_version: string | null;
  last_seq: Generated<number>;
  last_hash: Generated<string>;
  created_at: CreatedAt;
  last_seen_at: MaybeAt;
  revoked_at: MaybeAt;
  /** Counts the times that the office asked the tablet to fetch everything anew. */
  resets: Generated<number>;
}

/** An area's rows in packed pages, for tablets that have none of them yet. */
export interface SnapshotTable {
  area: string;
  seq: number;
  page: number;
  pages: number;
  content: Buffer;
  made_at: CreatedAt;
}

export interface AccountTable {
  username: string;
  officer_id: string;
  password_hash: string;
  created_at: CreatedAt;
  disabled_at: MaybeAt;
}

export interface SettingTable {
  key: string;
  value: Json;
}

/** A file that the office has whole, its hash proved; its bytes lie in the vault. */
export interface FileTable {
  sha256: string;
  bytes: number;
  type: FileType;
  device_id: string;
  officer_id: string;
  stored_at: CreatedAt;
}

/** A record that names a file; `told` once the log says that the file has arrived. */
export interface FileReferenceTable {
  sha256: string;
  noun: string;
  subject_id: string;
  area: string;
  told: Generated<boolean>;
  named_at: CreatedAt;
}

/** The office's private keys for rescue files; tablets are given the public half of the newest. */
export interface RescueIdentityTable {
  recipient: string;
  identity: string;
  made_at: CreatedAt;
}

/** Public keys of tablets, whose private halves sign their rescue files and never leave them. */
export interface DeviceKeyTable {
  device_id: string;
  key_hash: string;
  public_key: string;
  made_at: CreatedAt;
}

/** A rescue file that has been taken in, by the hash of its bytes. */
export interface RescueFileTable {
  sha256: string;
  bytes: number;
  handed_by: string;
  report: ColumnType<RescueReport, string, string>;
  taken_at: CreatedAt;
}

export interface Schema {
  area: AreaTable;
  record: RecordTable;
  digest: DigestTable;
  fact: FactTable;
  quarantine: QuarantineTable;
  device: DeviceTable;
  snapshot: SnapshotTable;
  account: AccountTable;
  setting: SettingTable;
  file: FileTable;
  file_reference: FileReferenceTable;
  rescue_identity: RescueIdentityTable;
  device_key: DeviceKeyTable;
  rescue_file: RescueFileTable;
}
