/** Asks before signing out, and says what remains on the tablet. */
import { draftsOf } from '../data/drafts.ts';
import { fileCounts } from '../data/held-files.ts';
import { outboxCounts } from '../data/outbox.ts';
import { useApp } from './app-context.ts';
import { frameWords } from './frame-words.ts';
import { Button } from './kit/button.tsx';
import { Dialog } from './kit/dialog.tsx';
import { showCount } from './kit/figures.ts';
import { useLive } from './use-live.ts';
import { useWords } from './words/words.ts';

export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(frameWords);
  const general = useWords();
  const { db, signOut } = useApp();
  const left = useLive(
    async () => ({ unsent: (await outboxCounts(db)).unsent, drafts: (await draftsOf(db)).length, photos: (await fileCounts(db)).unsent }),
    [db],
  ).value;
  const { unsent = 0, drafts = 0, photos = 0 } = left ?? {};
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.signOutTitle}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="primary" icon="logout" onClick={() => void signOut()}>
            {general.signOut}
          </Button>
        </>
      }
    >
      {(unsent > 0 || photos === 0) && <p>{unsent > 0 ? words.signOutUnsent(showCount(unsent)) : words.signOutNothing}</p>}
      {photos > 0 && <p>{words.signOutPhotos(showCount(photos))}</p>}
      {drafts > 0 && <p>{words.signOutDrafts(showCount(drafts))}</p>}
    </Dialog>
  );
}
