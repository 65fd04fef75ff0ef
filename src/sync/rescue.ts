// After a round with the office: the keys of rescue files are exchanged, and what the tablet carries for colleagues is handed in; then
// the office is asked about what was lost here.
import { carriedPieceAt, carriedToDeliver, handedIn, isWhole, noteCarried } from '../data/carried.ts';
import type { CarriedFile, FieldDatabase } from '../data/database.ts';
import { deliver, type RescueAsk } from '../data/rescue-delivery.ts';
import { type RescueKeys, readSetting, writeSetting } from '../data/settings.ts';
import { rescueKeyAnswerSchema, rescueReceiptSchema, signingAlgorithm } from '../domain/rescue.ts';
import { askAboutLoss } from './loss.ts';
import type { Office } from './send.ts';

/** The office may have another key after a backup was put back. */
const askEveryMs = 86_400_000;

export async function settleRescue(db: FieldDatabase, office: Office, locks?: Pick<LockManager, 'request'>): Promise<void> {
  const session = await readSetting(db, 'session');
  if (!office.rescue || !session?.token) return;
  const ask = office.rescue(session.token);
  const settle = async () => {
    await exchangeKeys(db, ask);
    await deliverCarried(db, ask);
    await askAboutLoss(db, ask);
  };
  await (locks ? locks.request(`${db.name}-rescue`, settle) : settle());
}

/** The tablet's key is kept before the office hears of it: a lost answer must not cost a second one. */
export async function exchangeKeys(db: FieldDatabase, ask: RescueAsk, now = Date.now()): Promise<void> {
  const held = (await readSetting(db, 'rescue')) ?? (await newKeys());
  const age = now - (held?.askedAt ?? 0);
  if (!held || (held.recipient && age >= 0 && age < askEveryMs)) return;
  if (!held.askedAt) await writeSetting(db, 'rescue', held);
  const asked = await ask('POST', '/api/rescue/keys', { publicKey: held.publicKey });
  const answer = asked.kind === 'answered' ? rescueKeyAnswerSchema.safeParse(asked.body) : undefined;
  if (answer?.success) await writeSetting(db, 'rescue', { ...held, recipient: answer.data.recipient, askedAt: now });
}

/** Undefined where the browser has no keys to give, on an address without TLS. */
async function newKeys(): Promise<RescueKeys | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const { privateKey, publicKey } = await crypto.subtle.generateKey(signingAlgorithm, false, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return { privateKey, publicKey: btoa(String.fromCharCode(...point)) };
}

export async function deliverCarried(db: FieldDatabase, ask: RescueAsk): Promise<void> {
  for (const file of await carriedToDeliver(db)) {
    if (!(await isWhole(db, file))) {
      await noteCarried(db, file.sha256, { state: 'refused', refusal: 'damaged' });
      continue;
    }
    const delivery = await deliverOne(db, ask, file);
    if (delivery.kind === 'taken') await handedIn(db, file.sha256, rescueReceiptSchema.parse(delivery.receipt));
    else if (delivery.kind === 'refused') await noteCarried(db, file.sha256, { state: 'refused', refusal: delivery.code });
    else if (delivery.failure !== 'busy') return;
  }
}

const deliverOne = (db: FieldDatabase, ask: RescueAsk, { sha256, bytes }: CarriedFile) =>
  deliver(ask, {
    sha256,
    bytes,
    read: async (at) => (await carriedPieceAt(db, sha256, at)) ?? new Blob(),
    onProgress: (at) => void noteCarried(db, sha256, { at }).catch(() => undefined),
  });
