/** On the sync screen: rescue files of colleagues that this tablet carries to the office, and the office's receipts. */
import { useState } from 'preact/hooks';
import { carriedOf, carry, dropCarried, noteCarried } from '../../data/carried.ts';
import type { CarriedFile } from '../../data/database.ts';
import { useApp } from '../app-context.ts';
import { StatusBadge, type Tone } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Card, Section } from '../kit/card.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount, showMoment, showShare } from '../kit/figures.ts';
import { FileField } from '../kit/file-field.tsx';
import { Progress } from '../kit/meter.tsx';
import { showBytes } from '../storage-use.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { rescueWords } from './rescue-words.ts';

type Refusal = Extract<Awaited<ReturnType<typeof carry>>, { kind: 'refused' }>['reason'];
type Receiving = { kind: 'none' } | { kind: 'receiving' } | { kind: 'received'; name: string } | { kind: 'refused'; reason: Refusal };

const tones: Record<CarriedFile['state'], Tone> = { carried: 'warn', handedIn: 'good', refused: 'bad' };

export function CarriedSection() {
  const words = useWords(rescueWords);
  const { db } = useApp();
  const files = useLive(() => carriedOf(db), [db], { keep: true }).value ?? [];
  const [receiving, setReceiving] = useState<Receiving>({ kind: 'none' });
  const receive = async (file: File) => {
    setReceiving({ kind: 'receiving' });
    const carried = await carry(db, file, file.name).catch(() => ({ kind: 'refused' as const, reason: 'storage' as const }));
    setReceiving(carried.kind === 'refused' ? carried : { kind: 'received', name: carried.file.name });
  };
  const latest = files.toSorted((a, b) => b.receivedAt - a.receivedAt);
  // Once it is at the office its receipt says more.
  const isNew = receiving.kind === 'received' && files.some(({ name, state }) => name === receiving.name && state === 'carried');
  return (
    <Section title={words.carriedTitle} side={files.length > 0 && showCount(files.length)}>
      <div class="stack">
        <p>{words.carriedIntro}</p>
        {isNew && <Banner tone="good" urgent title={words.received(receiving.name)} />}
        {receiving.kind === 'refused' && <Banner tone="bad" urgent title={words.refusals[receiving.reason]} />}
        {latest.length > 0 && (
          <ul class="rows stack" aria-label={words.list}>
            {latest.map((file) => (
              <li key={file.sha256}>
                <Carried file={file} />
              </li>
            ))}
          </ul>
        )}
        {receiving.kind === 'receiving' ? (
          <Progress label={words.receiving} max={1} />
        ) : (
          <FileField label={words.receive} hint={words.receiveHint} onFile={(file) => void receive(file)} />
        )}
      </div>
    </Section>
  );
}

function Carried({ file }: { file: CarriedFile }) {
  const words = useWords(rescueWords);
  const { db, syncNow } = useApp();
  const [asking, setAsking] = useState(false);
  const { sha256, name, bytes, receivedAt, state, at = 0, refusal, receipt } = file;
  const again = async () => {
    await noteCarried(db, sha256, { state: 'carried' });
    await syncNow();
  };
  return (
    <Card title={name} side={<StatusBadge tone={tones[state]}>{words.carriedStates[state]}</StatusBadge>}>
      <div class="stack tight">
        <p class="small muted">
          {words.receivedAt(showMoment(receivedAt))} · {showBytes(bytes)}
          {state === 'carried' && at > 0 && ` · ${words.handed(showShare(Math.min(1, at / bytes)))}`}
        </p>
        {state === 'refused' && refusal && <p>{words.refusals[refusal]}</p>}
        {receipt && <Receipt receipt={receipt} />}
        <div class="row">
          {state === 'handedIn' && (
            <Button icon="check" onClick={() => void dropCarried(db, sha256)}>
              {words.putAway}
            </Button>
          )}
          {state === 'refused' && (
            <Button icon="sync" onClick={() => void again()}>
              {words.tryAgain}
            </Button>
          )}
          {state !== 'handedIn' && (
            <Button look="quiet" icon="cross" onClick={() => setAsking(true)}>
              {words.remove}
            </Button>
          )}
        </div>
        <RemoveDialog open={asking} name={name} onClose={() => setAsking(false)} onRemove={() => void dropCarried(db, sha256)} />
      </div>
    </Card>
  );
}

function Receipt({ receipt: { takenAt, proof, facts, files } }: { receipt: NonNullable<CarriedFile['receipt']> }) {
  const words = useWords(rescueWords);
  const count = Object.values(facts).reduce((sum, each) => sum + each, 0);
  const broken = files.refused + files.missing;
  return (
    <>
      <p>{words.receipt(showMoment(takenAt), showCount(count), showCount(files.kept))}</p>
      {broken > 0 && <p>{words.receiptFiles(showCount(broken))}</p>}
      <p>{proof === 'proved' ? words.receiptDone : words.receiptHeld}</p>
    </>
  );
}

interface RemoveProps {
  open: boolean;
  name: string;
  onClose: () => void;
  onRemove: () => void;
}

function RemoveDialog({ open, name, onClose, onRemove }: RemoveProps) {
  const words = useWords(rescueWords);
  const general = useWords();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.removeTitle}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="danger" icon="cross" onClick={onRemove}>
            {words.remove}
          </Button>
        </>
      }
    >
      <p>{words.removeBody(name)}</p>
    </Dialog>
  );
}
