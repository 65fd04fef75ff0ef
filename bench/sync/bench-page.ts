// What the page of every engine offers to the measurement, as `globalThis.bench`; each call runs in the browser, against real IndexedDB.
import type { BenchRecord, Edit } from './records.ts';

/** Where the engine's server keeps this run's records, and how the client may enter there. */
export interface Place {
  name: string;
  username?: string;
  password?: string;
}

/** All that a client can still find of one record. */
export interface FoundValues {
  id: string;
  /** The record as the engine shows it. */
  shown: Record<string, unknown>;
  /** Values that lost and that the engine tells of, where it does, unasked (`told`) or only when asked for conflicts. */
  kept: { field: string; value: unknown }[];
  told: boolean;
}

export interface BenchClient {
  /** Offline: in the client's database, to be sent. */
  write(records: readonly BenchRecord[]): Promise<void>;
  edit(edits: readonly Edit[]): Promise<void>;
  /** Until everything is acknowledged. */
  push(): Promise<void>;
  /** Until nothing more is to be had. */
  pull(): Promise<void>;
  /** Both ways, as an app would. */
  sync(): Promise<void>;
  /** The records of a district, by the engine's own means. */
  countIn(district: string): Promise<number>;
  find(ids: readonly string[]): Promise<FoundValues[]>;
  /** The same push several times at once and again, until one has been acknowledged whole; answers the tries. */
  pushInStorm(lanes: number): Promise<number>;
}

export interface BenchPage {
  open(client: string, place: Place): Promise<void>;
  clients: Map<string, BenchClient>;
}

declare global {
  var bench: BenchPage;
}

export function offer(openClient: (client: string, place: Place) => Promise<BenchClient>): void {
  const clients = new Map<string, BenchClient>();
  globalThis.bench = {
    clients,
    open: async (client, place) => void clients.set(client, await openClient(client, place)),
  };
}
