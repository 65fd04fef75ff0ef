/** In Sinkron: records that went with the tablet's storage before the office had them, until they have come there or the officer has seen to them. */
import { useState } from 'preact/hooks';
import { markLossSeen, standingOf } from '../../data/loss.ts';
import { readSetting } from '../../data/settings.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { lossWords } from './loss-words.ts';
import { LostFacts, numbersOf } from './lost-facts.tsx';

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
  const standing = standingOf(loss);
  const { gone, held, refused, arrived } = standing;
  // The worst of them is told in full; of the others only how many they are.
  const worst = (['gone', 'held', 'refused'] as const).find((kind) => standing[kind].count > 0);
  const { stretches, facts } = worst === undefined ? { stretches: [], facts: [] } : standing[worst];
  const title = {
    gone: words.title(showCount(gone.count)),
    held: words.heldTitle(showCount(held.count)),
    refused: words.refusedTitle(showCount(refused.count)),
  };
  return (
    <Banner
      tone={worst === undefined ? 'good' : worst === 'gone' ? 'bad' : 'warn'}
      title={worst === undefined ? words.arrivedTitle(showCount(arrived)) : title[worst]}
      actions={
        <Button icon="check" busy={busy} onClick={() => void seen()}>
          {words.seen}
        </Button>
      }
    >
      {worst === undefined && <p>{words.arrivedBody}</p>}
      {worst === 'gone' && <p>{words.body}</p>}
      {worst === 'gone' && <p>{words.act}</p>}
      {worst === 'held' && <p>{words.heldBody}</p>}
      {worst === 'refused' && <p>{words.refusedBody}</p>}
      {facts.length > 0 ? <LostFacts facts={facts} /> : worst !== undefined && <p>{words.unnamed(numbersOf(stretches))}</p>}
      {worst === 'gone' && held.count > 0 && <p>{words.heldToo(showCount(held.count))}</p>}
      {worst !== 'refused' && refused.count > 0 && <p>{words.refusedToo(showCount(refused.count))}</p>}
      {worst !== undefined && arrived > 0 && <p>{words.arrivedToo(showCount(arrived))}</p>}
    </Banner>
  );
}
