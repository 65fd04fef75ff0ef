// Clearing away what nobody needs: uploads that were never finished, and files that no fact names.
import type { Database } from '../store/database.ts';
import { forgetUnnamed, tellArrivals } from '../store/files.ts';
import type { Uploads } from './uploads.ts';
import type { Vault } from './vault.ts';

export interface Collected {
  /** Uploads begun a week ago and not finished. */
  uploads: number;
  /** Hashes of the files that no fact has named for thirty days. */
  files: string[];
}

const unnamedForMs = 30 * 86_400_000;
const firstAfterMs = 60_000;
const everyMs = 6 * 60 * 60_000;

export interface CollectOptions {
  now: number;
  /** Only says what would go. */
  isTrial?: boolean;
}

export async function collectFiles(
  db: Database,
  vault: Vault,
  uploads: Uploads,
  { now, isTrial = false }: CollectOptions,
): Promise<Collected> {
  const files = await forgetUnnamed(db, now - unnamedForMs, isTrial);
  if (isTrial) return { uploads: 0, files };
  for (const sha256 of files) await vault.remove(sha256);
  return { uploads: await uploads.collect(now), files };
}

/** The server's own round; answers how to stop it. A round that fails is told and comes again. */
export function collectRegularly(db: Database, vault: Vault, uploads: Uploads, say: (line: string) => void): () => void {
  let timer: NodeJS.Timeout;
  const round = async () => {
    try {
      await tellArrivals(db);
      const { uploads: unfinished, files } = await collectFiles(db, vault, uploads, { now: Date.now() });
      if (unfinished + files.length > 0) say(`Collected ${unfinished} unfinished uploads and ${files.length} files that no fact names.`);
    } catch (error) {
      say(`Files could not be collected: ${(error as Error).message}`);
    }
    timer = setTimeout(() => void round(), everyMs).unref();
  };
  timer = setTimeout(() => void round(), firstAfterMs).unref();
  return () => clearTimeout(timer);
}
