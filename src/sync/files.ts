// Carrying files to the office, apart from facts and after them: one at a time, each proved there before it counts as arrived.
import type { FieldDatabase, FileRefusal, HeldFile } from '../data/database.ts';
import { contentHashOf, contentOf, filesToSend, noteFile } from '../data/files.ts';
import { readSettings } from '../data/settings.ts';
import type { FilesHeld } from '../domain/file-exchange.ts';
import type { FileOffice } from './file-office.ts';
import type { SendFailure } from './send.ts';

export type FilesResult = { kind: 'done'; sent: number } | SendFailure | { kind: 'notSignedIn' };

const mostAsked = 100;

/** Sends what waits until nothing does, or until something stands in the way; what has arrived by then stays arrived. */
export async function sendFiles(db: FieldDatabase, office: FileOffice): Promise<FilesResult> {
  const { session, device } = await readSettings(db, ['session', 'device']);
  if (!session?.token || !device) return { kind: 'notSignedIn' };
  const { token } = session;
  let sent = 0;
  const ask = async (files: readonly string[]) => {
    const asked = await office.held(files, token);
    if (asked.kind !== 'answered') return asked;
    sent += await takeAnswer(db, asked.answer);
    return undefined;
  };
  // What arrived with a lost reply, or from a colleague's tablet, is not sent again.
  const known = [...new Set((await filesToSend(db)).map((file) => file.sha256))];
  for (let from = 0; from < known.length; from += mostAsked) {
    const failure = await ask(known.slice(from, from + mostAsked));
    if (failure) return failure;
  }
  const tried = new Set<string>();
  for (;;) {
    const file = (await filesToSend(db)).find(({ sha256 }) => !tried.has(sha256));
    if (!file) return { kind: 'done', sent };
    tried.add(file.sha256);
    const ready = await readyToSend(db, file);
    if (!ready) continue;
    const onOffset = (offset: number) => void noteFile(db, file.sha256, { offset }).catch(() => undefined);
    // Noted before the first byte: after a restart the office is asked where it stands.
    await noteFile(db, file.sha256, { offset: file.offset ?? 0 });
    const uploaded = await office.upload({ ...ready, deviceId: device.deviceId, token, onOffset });
    if (uploaded.kind === 'refused') await refuse(db, file, refusalOf(uploaded.code));
    else if (uploaded.kind === 'again') {
      await noteFile(db, file.sha256, { offset: undefined });
      return { kind: 'serverError', status: 422, code: 'fileHash' };
    } else if (uploaded.kind !== 'sent') return uploaded;
    else {
      // The last piece may have arrived without its answer: only a word of the office says that it has the whole and proved it.
      const failure = await ask([file.sha256]);
      if (failure) return failure;
      if ((await filesToSend(db)).some(({ sha256 }) => sha256 === file.sha256))
        return { kind: 'serverError', status: 200, code: 'notHeld' };
    }
  }
}

async function takeAnswer(db: FieldDatabase, { held, thrownAway }: FilesHeld): Promise<number> {
  for (const sha256 of held) await noteFile(db, sha256, { state: 'atOffice' });
  for (const { sha256, code } of thrownAway) {
    if (code === 'fileType') await noteFile(db, sha256, { state: 'refused', refusal: 'type' });
    else await noteFile(db, sha256, { offset: undefined });
  }
  return held.length;
}

/** Bytes that are no longer what they were named by would travel in vain. */
async function readyToSend(db: FieldDatabase, file: HeldFile) {
  const bytes = await contentOf(db, file.sha256);
  const refusal: FileRefusal | undefined = !bytes ? 'missing' : contentHashOf(bytes) === file.sha256 ? undefined : 'damaged';
  if (bytes && file.area !== undefined && !refusal) return { file: { ...file, area: file.area }, bytes };
  await refuse(db, file, refusal ?? 'area');
  return undefined;
}

const refuse = (db: FieldDatabase, { sha256 }: HeldFile, refusal: FileRefusal): Promise<void> =>
  noteFile(db, sha256, { state: 'refused', refusal });

const refusalOf = (code: string): FileRefusal => (code === 'tooLarge' ? 'tooLarge' : code === 'fileType' ? 'type' : 'area');
