// Photos at rest: whatever the office took in of facts that name them is there, byte for byte, and both sides say so.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { filesNamedIn } from '../../src/domain/file-exchange.ts';
import { isFolded, type LogEntry, type StoredRow } from './log.ts';
import type { SimOffice } from './sim-office.ts';
import type { SimTablet } from './sim-tablet.ts';

interface WithFiles {
  photos?: { sha256: string }[];
  photosAtOffice?: string[];
  sheets?: { sha256: string }[];
  sheetsAtOffice?: string[];
}

export async function filesHaveArrived(
  office: SimOffice,
  tablets: readonly SimTablet[],
  log: readonly LogEntry[],
  rows: readonly StoredRow[],
): Promise<void> {
  const there = new Set((await office.db.selectFrom('file').select('sha256').execute()).map(({ sha256 }) => sha256));
  for (const { name, db } of tablets) {
    const held = await db().file.toArray();
    const waiting = held.filter(({ state }) => state === 'unsent');
    assert.deepEqual(waiting, [], `${name}: no photo waits`);
    // Refused only for an area that was lost; never for bytes that the tablet itself let go.
    const gone = held.filter(({ state, refusal }) => state === 'refused' && refusal !== 'area');
    assert.deepEqual(gone, [], `${name}: no photo is gone before it arrived`);
    const claimed = held.filter(({ state, sha256 }) => state === 'atOffice' && !there.has(sha256));
    assert.deepEqual(claimed, [], `${name}: what it takes for arrived is there`);
  }
  for (const sha256 of there) {
    const stored = await office.readFile(sha256);
    assert.equal(createHash('sha256').update(stored).digest('hex'), sha256, 'a photo is what it is named by');
  }
  // Those that went with a cleared storage, or that the office refused to take for a lost area, are not there to be told of.
  const named = new Set(log.filter(isFolded).flatMap(({ fact }) => filesNamedIn(fact.body).map((file) => file.sha256)));
  for (const { noun, id, data } of rows) {
    const { photos = [], photosAtOffice = [], sheets = [], sheetsAtOffice = [] } = data as WithFiles;
    const said = [...photosAtOffice, ...sheetsAtOffice];
    const expected = [...photos, ...sheets].map((file) => file.sha256).filter((hash) => there.has(hash) && named.has(hash));
    // What a refused fact names may be there too: it is kept with it.
    assert.deepEqual([...said.filter((hash) => !there.has(hash)), ...expected.filter((hash) => !said.includes(hash))], [], `${noun} ${id}`);
  }
}
