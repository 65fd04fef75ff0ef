// The office's own key for rescue files: made once, kept in the database; the public half goes to every tablet.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Database } from '../store/database.ts';
import { foundIdentity, type RescueIdentity, readIdentities } from '../store/rescue-keys.ts';

export async function officeIdentities(db: Database): Promise<RescueIdentity[]> {
  const held = await readIdentities(db);
  if (held.length > 0) return held;
  const identity = await generateX25519Identity();
  await foundIdentity(db, { identity, recipient: await identityToRecipient(identity) });
  return readIdentities(db);
}

/** What tablets encrypt to. */
export async function officeRecipient(db: Database): Promise<string> {
  const [newest] = await officeIdentities(db);
  if (!newest) throw new Error('the office has no key for rescue files');
  return newest.recipient;
}
