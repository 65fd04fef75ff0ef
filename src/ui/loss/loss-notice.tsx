/** In Sinkron: records of this tablet that the office never got and that are gone, until the officer has seen to them. */
import { useState } from 'preact/hooks';
import { markLossSeen } from '../../data/loss.ts';
import { readSetting } from '../../data/settings.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { lossWords } from './loss-words.ts';
import { LostFacts } from './lost-facts.tsx';

export function LossNotice() {
  const words = useWords(lossWords);
  const { db } = useApp();
  const loss = useLive(() => readSetting(db, 'loss'), [db]).value;
  const [busy, setBusy] = useState(false);
  if (!loss || loss.seenAt !== undefined) return null;
  const seen = async () => {
    setBusy(true);
    await markLossSeen(db, Date.now()).catch(() => undefined);
    setBusy(false);
  };
  return (
    <Banner
      tone="bad"
      title={words.title(showCount(loss.to - loss.from + 1))}
      actions={
        <Button icon="check" busy={busy} onClick={() => void seen()}>
          {words.seen}
        </Button>
      }
    >
      <p>{words.body}</p>
      <p>{words.act}</p>
      {loss.facts.length > 0 ? <LostFacts facts={loss.facts} /> : <p>{words.unnamed(showCount(loss.from), showCount(loss.to))}</p>}
    </Banner>
  );
}
