/** What a fresh tablet shows until its register has arrived: how far it is, or why it is not. */
import { useState } from 'preact/hooks';
import { readSetting } from '../data/settings.ts';
import { useApp } from './app-context.ts';
import { Button } from './kit/button.tsx';
import { showCount } from './kit/figures.ts';
import { Progress } from './kit/meter.tsx';
import { EmptyState } from './kit/page-state.tsx';
import { useLive } from './use-live.ts';
import { firstSync as wordsEn } from './words/en/first-sync.ts';
import { firstSync as wordsId } from './words/id/first-sync.ts';
import { dictionary, useWords } from './words/words.ts';

const firstSyncWords = dictionary(wordsId, wordsEn);

/** Nothing once everything has arrived; what arrived so far can be used meanwhile, but is said to be a part. */
export function FirstSync() {
  const words = useWords(firstSyncWords);
  const { db, syncNow, register: registerSignal } = useApp();
  const register = registerSignal.value;
  const read = useLive(async () => ({ sync: await readSetting(db, 'sync') }), [db]).value;
  const [asking, setAsking] = useState(false);
  if (!read || !register) return null;
  const { sync } = read;
  const isComplete = sync?.lastSuccessAt !== undefined;
  if (isComplete && register.entries.length > 0) return null;
  if (sync?.running) {
    return (
      <div class="stack tight">
        <Progress label={words.running} max={1} />
        <p class="muted">{words.received(showCount(sync.received ?? 0))}</p>
      </div>
    );
  }
  const { title, body } = isComplete
    ? words.nothing
    : register.entries.length > 0
      ? words.partly
      : sync?.failure
        ? words.failed
        : words.waiting;
  const ask = async () => {
    setAsking(true);
    await syncNow();
    setAsking(false);
  };
  return (
    <EmptyState
      icon="cloudOff"
      title={title}
      action={
        <Button look="primary" icon="sync" busy={asking} onClick={() => void ask()}>
          {words.act}
        </Button>
      }
    >
      {body}
    </EmptyState>
  );
}
