/** The rescue file that is being made, or was: it goes on while the officer looks at other screens, and is there when they come back. */
import { signal } from '@preact/signals';
import type { FieldDatabase } from '../../data/database.ts';
import type { RescueEnd, RescueFile } from '../../data/rescue-file.ts';

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
  const url = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads the file after the click; how long that takes it does not say.
  setTimeout(() => URL.revokeObjectURL(url), 10 * 60_000);
  put(db, { kind: 'made', file, passedOn: 'saved' });
}

/** Systems share only kinds of files that they know; the office and colleagues' tablets go by the content. */
const shareableOf = ({ blob, name }: RescueFile): ShareData => ({ files: [new File([blob], `${name}.txt`, { type: 'text/plain' })] });

export function canShare(file: RescueFile): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare(shareableOf(file));
}

export async function shareFile(db: FieldDatabase, file: RescueFile): Promise<void> {
  try {
    await navigator.share(shareableOf(file));
    put(db, { kind: 'made', file, passedOn: 'shared' });
  } catch (error) {
    // The officer closed the sheet.
    if ((error as Error).name === 'AbortError') return;
    put(db, { kind: 'made', file, passedOn: 'notShared' });
  }
}
