/** Where photos come from: the camera, or several at once from the gallery. */
import { useRef, useState } from 'preact/hooks';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/words.ts';
import { photoWords } from './photo-words.ts';
import { type Shrunk, shrinkPhoto } from './shrink.ts';

export type PhotoFailure = keyof typeof photoWords.id.failures;
type Taken = Extract<Shrunk, { kind: 'taken' }>['taken'];

export interface PhotoSourceProps {
  /** Also takes scanned sheets as PDF. */
  pdf?: boolean;
  disabled?: boolean;
  /** Keeps one photo; answers why it could not. */
  keep: (taken: Taken) => Promise<PhotoFailure | { title: string; body: string } | undefined>;
  /** While a photo is on its way to the disk nothing may be finished without it. */
  onBusy?: (busy: boolean) => void;
}

export function PhotoSource({ pdf = false, disabled = false, keep, onBusy }: PhotoSourceProps) {
  const words = useWords(photoWords);
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Awaited<ReturnType<PhotoSourceProps['keep']>>>();

  const takeAll = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setFailure(undefined);
    setBusy(true);
    onBusy?.(true);
    // One after the other: several pictures unpacked at once are more than a cheap tablet's memory holds.
    for (const file of files) {
      const failed = await takeOne(file).catch((): PhotoFailure => 'database');
      if (failed) setFailure(failed);
      if (failed === 'storage' || failed === 'tooMany' || failed === 'database') break;
    }
    setBusy(false);
    onBusy?.(false);
  };
  const takeOne = async (file: File) => {
    const shrunk = await shrinkPhoto(file, pdf);
    if (shrunk.kind === 'refused') return pdf ? 'sheetType' : 'type';
    return keep(shrunk.taken);
  };
  const said = typeof failure === 'string' ? words.failures[failure] : failure;
  const ties = {
    type: 'file',
    hidden: true,
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const files = [...(event.currentTarget.files ?? [])];
      // The same photo chosen again must count as a change.
      event.currentTarget.value = '';
      void takeAll(files);
    },
  } as const;
  return (
    <div class="stack tight">
      <div class="row">
        <Button icon="camera" busy={busy} disabled={disabled} onClick={() => camera.current?.click()}>
          {busy ? words.keeping : words.take}
        </Button>
        <Button look="quiet" icon="plus" disabled={disabled || busy} onClick={() => gallery.current?.click()}>
          {words.choose}
        </Button>
        <input ref={camera} {...ties} accept="image/*" capture="environment" />
        <input ref={gallery} {...ties} accept={pdf ? 'image/*,application/pdf' : 'image/*'} multiple />
      </div>
      {said && (
        <Banner tone="bad" urgent title={said.title}>
          {said.body}
        </Banner>
      )}
    </div>
  );
}
