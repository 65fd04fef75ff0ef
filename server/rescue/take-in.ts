// Taking in a rescue file: read as a whole first, then its facts by the same rules as an exchange, then its photos, each proved by its hash.

import { type RescuedFact, type RescueReceipt, type RescueRefusal, type RescueReport, rescueEntries } from '../../src/domain/rescue.ts';
import { keepFile } from '../files/keeping.ts';
import type { Vault } from '../files/vault.ts';
import type { Database } from '../store/database.ts';
import { lookAtRescued, noteRescueFile, type RescuedFacts, takeRescued } from '../store/rescue.ts';
import { officeIdentities } from './office-key.ts';
import { type ReadRescue, readRescue } from './read-rescue.ts';
import { RescueRefused, walkArchive } from './rescue-archive.ts';

export interface HandedIn {
  path: string;
  sha256: string;
  bytes: number;
  /** The device of whoever brings it; it bears what has no proof. */
  handedBy: string;
  now: number;
  /** Only says what would happen. */
  isLook?: boolean;
}

export type TakenIn = { kind: 'taken'; report: RescueReport } | { kind: 'refused'; code: RescueRefusal };

/** Answers only when everything is durable. The same file again, or its facts from the tablet itself, have no further effect. */
export async function takeIn(db: Database, vault: Vault, handedIn: HandedIn): Promise<TakenIn> {
  const { path, sha256, handedBy, now, isLook = false } = handedIn;
  try {
    const read = await readRescue(db, path);
    const { manifest, lines, proof, sender } = read;
    const facts: RescuedFacts = { deviceId: manifest.deviceId, lines, proof, handedBy, sender };
    const each = isLook ? await lookAtRescued(db, facts, now) : await takeRescued(db, facts, now);
    const files = await (isLook ? lookAtFiles(read) : keepFiles(db, vault, handedIn, read));
    const report: RescueReport = {
      sha256,
      takenAt: now,
      proof,
      facts: countsOf(each),
      files,
      deviceId: manifest.deviceId,
      ...(sender ? { officer: sender.officer.name } : {}),
      madeAt: manifest.madeAt,
      each,
    };
    if (!isLook) await noteRescueFile(db, handedIn.bytes, handedBy, report);
    return { kind: 'taken', report };
  } catch (error) {
    if (error instanceof RescueRefused) return { kind: 'refused', code: error.code };
    throw error;
  }
}

function countsOf(each: readonly RescuedFact[]): RescueReceipt['facts'] {
  const counts: RescueReceipt['facts'] = {};
  for (const { kind } of each) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

type FileCounts = RescueReceipt['files'];

const lookAtFiles = async ({ manifest, present }: ReadRescue): Promise<FileCounts> => ({
  kept: present.length,
  refused: 0,
  missing: manifest.files.length - present.length,
});

/** A photo without a fact that names it is shown to nobody, and goes after thirty days like any other: it needs no proof of its own. */
async function keepFiles(db: Database, vault: Vault, { path, handedBy }: HandedIn, read: ReadRescue): Promise<FileCounts> {
  const { manifest, present, proof, sender } = read;
  const counts = { kept: 0, refused: 0, missing: manifest.files.length - present.length };
  if (present.length === 0) return counts;
  const isTheirs = proof === 'proved' && sender !== undefined;
  const by = isTheirs
    ? { deviceId: manifest.deviceId, officerId: sender.officer.id }
    : { deviceId: handedBy, officerId: manifest.officerId };
  const identities = await officeIdentities(db);
  await walkArchive(
    path,
    identities.map(({ identity }) => identity),
    async (entry) => {
      if (!entry.name.startsWith(rescueEntries.files)) return;
      const kept = await keepFile(db, vault, { sha256: entry.name.slice(rescueEntries.files.length), bytes: await entry.read(), ...by });
      if (kept.kind === 'kept') counts.kept += 1;
      else counts.refused += 1;
    },
  );
  return counts;
}
