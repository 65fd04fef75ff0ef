/** One photo as a small picture that opens: from the tablet where it still lies there, else from the office. */
import { useEffect, useState } from 'preact/hooks';
import { contentOf } from '../../data/files.ts';
import type { FileReference } from '../../domain/file.ts';
import { type OfficeFile, useApp } from '../app-context.ts';
import { Button, LinkButton } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showMoment } from '../kit/figures.ts';
import { showBytes } from '../storage-use.ts';
import { useWords } from '../words/words.ts';
import { photoWords } from './photo-words.ts';

type Failure = Extract<OfficeFile, { kind: 'failed' }>['failure'];
type Picture = { kind: 'looking' | 'notHere' | 'fetching' } | { kind: 'here'; url: string } | { kind: 'failed'; failure: Failure };

export interface PhotoPictureProps {
  file: FileReference;
  name: string;
  /** Fetched unasked where the line is good: at the office's desks. */
  eager?: boolean;
  atOffice: boolean;
}

export function PhotoPicture({ file, name, eager = false, atOffice }: PhotoPictureProps) {
  const words = useWords(photoWords);
  const [open, setOpen] = useState(false);
  const { picture, fetch } = usePicture(file, eager && atOffice);
  if (picture.kind === 'here' && file.type === 'application/pdf') {
    return (
      <div class="photo-frame">
        <LinkButton href={picture.url} download={`${file.sha256.slice(0, 12)}.pdf`} icon="document">
          {words.openPdf}
        </LinkButton>
      </div>
    );
  }
  if (picture.kind === 'here') {
    return (
      <>
        <button type="button" class="photo-frame" aria-label={words.open(name)} onClick={() => setOpen(true)}>
          <img src={picture.url} alt="" />
        </button>
        <Dialog open={open} onClose={() => setOpen(false)} title={name}>
          <img class="photo-whole" src={picture.url} alt={name} />
          <p class="small muted">{words.takenAt(showMoment(file.takenAt))}</p>
        </Dialog>
      </>
    );
  }
  return (
    <div class="photo-frame">
      {picture.kind === 'fetching' && <span class="small muted">{words.loading}</span>}
      {picture.kind === 'failed' && <span class="small muted">{words.notShown[picture.failure]}</span>}
      {(picture.kind === 'notHere' || picture.kind === 'failed') && atOffice && (
        <Button look="quiet" icon="download" onClick={fetch}>
          {picture.kind === 'failed' ? words.again : words.show(showBytes(file.bytes))}
        </Button>
      )}
    </div>
  );
}

function usePicture({ sha256, type }: FileReference, fetchAtOnce: boolean) {
  const { db, fileFromOffice } = useApp();
  const [picture, setPicture] = useState<Picture>({ kind: 'looking' });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let gone = false;
    let url: string | undefined;
    const show = (blob: Blob) => {
      if (gone) return;
      url = URL.createObjectURL(blob);
      setPicture({ kind: 'here', url });
    };
    const look = async () => {
      const bytes = await contentOf(db, sha256).catch(() => undefined);
      if (bytes) return show(new Blob([bytes], { type }));
      if (!fetchAtOnce && asked === 0) return setPicture({ kind: 'notHere' });
      setPicture({ kind: 'fetching' });
      const fetched = await fileFromOffice(sha256);
      if (fetched.kind === 'file') show(new Blob([fetched.blob], { type }));
      else if (!gone) setPicture(fetched);
    };
    void look();
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [db, sha256, type, fetchAtOnce, asked]);
  return { picture, fetch: () => setAsked((times) => times + 1) };
}
