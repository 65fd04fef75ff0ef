/** Photos taken for a draft: kept the moment they are taken, with a caption each, and removable until the record is finished. */
import type { Draft, HeldFile } from '../../data/database.ts';
import { captionFile, keepForDraft } from '../../data/files.ts';
import { dropFile, filesOf } from '../../data/held-files.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { TextField } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { PhotoPicture } from './photo-picture.tsx';
import { PhotoSource } from './photo-source.tsx';
import { photoWords } from './photo-words.ts';
import './photos.css';

export interface DraftPhotosProps {
  draftKey: string;
  /** The draft as it stands, which is kept together with its first photo. */
  draftNow: () => Omit<Draft, 'savedAt'>;
  most: number;
  onBusy: (busy: boolean) => void;
  onKept: () => void;
}

export function DraftPhotos({ draftKey, draftNow, most, onBusy, onKept }: DraftPhotosProps) {
  const words = useWords(photoWords);
  const { db } = useApp();
  const taken = useLive(() => filesOf(db, draftKey), [db, draftKey], { keep: true }).value ?? [];
  return (
    <div class="stack">
      <p class="small muted">{words.hint(showCount(most))}</p>
      <PhotoSource
        disabled={taken.length >= most}
        onBusy={onBusy}
        keep={async (photo) => {
          const kept = await keepForDraft(db, draftNow(), photo, most);
          if (kept.kind === 'refused') return kept.reason;
          onKept();
          return undefined;
        }}
      />
      {taken.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <ul class="photos">
          {taken.map((file, place) => (
            <DraftPhoto key={file.sha256} file={file} place={String(place + 1)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function DraftPhoto({ file, place }: { file: HeldFile; place: string }) {
  const words = useWords(photoWords);
  const { db } = useApp();
  const failed = () => showToast({ text: words.failures.database.title });
  return (
    <li>
      <PhotoPicture file={file} name={words.photo(place)} atOffice={false} />
      <TextField
        label={words.caption(place)}
        corrected
        maxLength={200}
        value={file.caption ?? ''}
        onValue={(caption) => void captionFile(db, file, caption).catch(failed)}
      />
      <Button
        look="quiet"
        icon="cross"
        onClick={() =>
          void dropFile(db, file.owner, file.sha256).then(
            () => showToast({ text: words.removed }),
            () => failed(),
          )
        }
      >
        {words.remove(place)}
      </Button>
    </li>
  );
}
