// What RxDB's replication carries between its handlers in the page and the endpoint before PostgreSQL.
import type { BenchRecord } from '../sync/records.ts';

export interface Checkpoint {
  seq: number;
}

export interface PulledBatch {
  documents: (BenchRecord & { _deleted: boolean })[];
  checkpoint: Checkpoint;
}

export interface PushRow {
  newDocumentState: BenchRecord & { _deleted: boolean };
  assumedMasterState?: BenchRecord & { _deleted: boolean };
}
