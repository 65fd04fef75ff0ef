// Ids made at the office: UUIDv7 like the tablets', so that they sort by the time they were made.
import { randomUUID } from 'node:crypto';

/** Node draws the bits of a hundred UUIDs at once; of each only the front is replaced by the time. */
export function newId(now = Date.now()): string {
  const time = Math.max(0, Math.trunc(now)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
