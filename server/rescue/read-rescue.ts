// A rescue file read and judged as a whole before anything of it counts: its shape, its hashes, and whose signature it bears.
import { webcrypto } from 'node:crypto';
import {
  manifestHeadSchema,
  mostManifestBytes,
  mostRescueFactBytes,
  mostRescueLineBytes,
  type RescueManifest,
  type RescueProof,
  rescueEntries,
  rescueManifestSchema,
  rescueVersion,
  signedBytes,
  signingAlgorithm,
} from '../../src/domain/rescue.ts';
import type { Database } from '../store/database.ts';
import { type RescueSender, rescueSender } from '../store/rescue.ts';
import { deviceKey } from '../store/rescue-keys.ts';
import { bytesHashOf } from '../store/server-hash.ts';
import { officeIdentities } from './office-key.ts';
import { type ArchiveEntry, RescueRefused, walkArchive } from './rescue-archive.ts';

export interface ReadRescue {
  manifest: RescueManifest;
  /** Each fact byte for byte. */
  lines: Buffer[];
  /** Files that are really in it; the tablet had lost the others. */
  present: string[];
  proof: RescueProof;
  sender: RescueSender | undefined;
}

const signatureBytes = 64;

/** Throws `RescueRefused` where nothing of it may be taken in. */
export async function readRescue(db: Database, path: string): Promise<ReadRescue> {
  const identities = await officeIdentities(db);
  const head: Buffer[] = [];
  let manifest: RescueManifest | undefined;
  const present: string[] = [];
  const order = [
    [rescueEntries.manifest, mostManifestBytes],
    [rescueEntries.signature, signatureBytes],
    [rescueEntries.facts, mostRescueFactBytes],
  ] as const;
  let place = 0;
  await walkArchive(
    path,
    identities.map(({ identity }) => identity),
    async (entry) => {
      const wanted = order[head.length];
      if (wanted) {
        const [name, most] = wanted;
        if (entry.name !== name || entry.size > most) throw new RescueRefused('malformed');
        head.push(await entry.read());
        if (head.length === 1) manifest = manifestOf(head[0] as Buffer);
        return;
      }
      place = placeOf(entry, manifest?.files ?? [], place) + 1;
      present.push(entry.name.slice(rescueEntries.files.length));
    },
  );
  const [text, signature, facts] = head;
  if (!manifest || !text || !signature || !facts) throw new RescueRefused('malformed');
  if (facts.length !== manifest.facts.bytes || bytesHashOf(facts) !== manifest.facts.sha256) throw new RescueRefused('malformed');
  const lines = linesOf(facts);
  if (lines.length !== manifest.facts.count) throw new RescueRefused('malformed');
  if (!identities.some(({ recipient }) => recipient === manifest?.office)) throw new RescueRefused('otherOffice');
  return { manifest, lines, present, ...(await proofOf(db, manifest, { text, signature })) };
}

function manifestOf(bytes: Buffer): RescueManifest {
  let input: unknown;
  try {
    input = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new RescueRefused('malformed');
  }
  const head = manifestHeadSchema.safeParse(input);
  if (head.success && head.data.version > rescueVersion) throw new RescueRefused('newerVersion');
  const manifest = rescueManifestSchema.safeParse(input);
  if (!manifest.success) throw new RescueRefused('malformed');
  return manifest.data;
}

/** Files come in the order of the manifest, each at most once and as long as it says. */
function placeOf({ name, size }: ArchiveEntry, files: RescueManifest['files'], from: number): number {
  const place = files.findIndex((file, at) => at >= from && `${rescueEntries.files}${file.sha256}` === name);
  if (place < 0 || files[place]?.bytes !== size) throw new RescueRefused('malformed');
  return place;
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
    if (end - from > mostRescueLineBytes) throw new RescueRefused('malformed');
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  if (from < bytes.length) throw new RescueRefused('malformed');
  return lines;
}

/**
 * Everybody can encrypt to the office, so only a signature by a key that the tablet itself has handed in says that it is the tablet's word.
 * A signature that fails under such a key is a forgery; a key that nobody knows may also be that of a tablet after an old backup was put back.
 */
async function proofOf(db: Database, manifest: RescueManifest, { text, signature }: { text: Buffer; signature: Buffer }) {
  const sender = await rescueSender(db, manifest.deviceId);
  const publicKey = await deviceKey(db, manifest.deviceId, manifest.key);
  if (!publicKey || !sender) return { proof: 'unproved' as const, sender };
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(publicKey, 'base64'), signingAlgorithm, false, ['verify']);
  const isSigned = await webcrypto.subtle.verify(signingAlgorithm, key, signature as Uint8Array<ArrayBuffer>, signedBytes(text));
  if (!isSigned || sender.officer.id !== manifest.officerId) throw new RescueRefused('wrongSignature');
  return { proof: sender.standing === 'active' ? ('proved' as const) : sender.standing, sender };
}
