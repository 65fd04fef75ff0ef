/** The rescue file that is being made, or was: it goes on while the officer looks at other screens, and is there when they come back. */
import { signal } from '@preact/signals';
import type { FieldDatabase } from '../../data/database.ts';
import type { RescueEnd, RescueFile } from '../../data/rescue-file.ts';
import { canShareFile, type HandedFile, saveBlob, shareBlob } from '../hand-out.ts';

export type Making =
  | { kind: 'none' }
  | { kind: 'making'; done: number; all: number }
  | { kind: 'made'; file: RescueFile; passedOn?: 'saved' | 'shared' | 'notShared' }
  | { kind: 'notMade' };

/** `of` names the database, so that nobody is shown the file of an officer who was signed in before. */
const making = signal<{ of: string; state: Making }>({ of: '', state: { kind: 'none' } });

export const makingOf = (db: FieldDatabase): Making => (making.value.of === db.name ? making.value.state : { kind: 'none' });

const put = (db: FieldDatabase, state: Making) => {
  making.value = { of: db.name, state };
};

export async function startMaking(db: FieldDatabase, appVersion: string, after?: RescueEnd): Promise<void> {
  if (makingOf(db).kind === 'making') return;
  put(db, { kind: 'making', done: 0, all: 1 });
  try {
    // What encrypts is as large as half the app, so it is read only here; the tablet has it on its disk.
    const { makeRescueFile } = await import('../../data/rescue-file.ts');
    const made = await makeRescueFile(db, { appVersion, after, onProgress: (done, all) => put(db, { kind: 'making', done, all }) });
    put(db, made.kind === 'made' ? { kind: 'made', file: made } : { kind: 'none' });
  } catch {
    put(db, { kind: 'notMade' });
  }
}

export function saveFile(db: FieldDatabase, file: RescueFile): void {
  saveBlob(file);
  put(db, { kind: 'made', file, passedOn: 'saved' });
}

/** Systems share only kinds of files that they know; the office and colleagues' tablets go by the content. */
const asText = ({ blob, name }: RescueFile): HandedFile => ({ name: `${name}.txt`, blob: new Blob([blob], { type: 'text/plain' }) });

export const canShare = (file: RescueFile): boolean => canShareFile(asText(file));

export async function shareFile(db: FieldDatabase, file: RescueFile): Promise<void> {
  const passedOn = await shareBlob(asText(file));
  if (passedOn !== 'closed') put(db, { kind: 'made', file, passedOn });
}
