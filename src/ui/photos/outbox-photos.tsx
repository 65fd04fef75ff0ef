/** On the sync screen: photos that the office does not have yet, and those it did not take. */
import { fileCounts, refusedFiles, sendRefusedAgain } from '../../data/held-files.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { showBytes } from '../storage-use.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { photoWords } from './photo-words.ts';

export function OutboxPhotos() {
  const words = useWords(photoWords);
  const { db, syncNow } = useApp();
  const live = useLive(async () => ({ counts: await fileCounts(db), refused: await refusedFiles(db) }), [db], { keep: true });
  if (!live.value) return null;
  const { counts, refused } = live.value;
  const reasons = [...new Set(refused.flatMap(({ refusal }) => refusal ?? []))];
  const again = async () => {
    await sendRefusedAgain(db);
    await syncNow();
  };
  return (
    <>
      {refused.length > 0 && (
        <Banner
          tone="bad"
          title={words.inOutbox.refusedTitle(showCount(refused.length))}
          actions={
            <Button icon="sync" onClick={() => void again()}>
              {words.inOutbox.sendAgain}
            </Button>
          }
        >
          {reasons.map((reason) => (
            <p key={reason}>{words.refusals[reason]}</p>
          ))}
        </Banner>
      )}
      {counts.unsent > 0 && (
        <Section title={words.inOutbox.title} side={showCount(counts.unsent)}>
          <p>{words.inOutbox.body(showCount(counts.unsent), showBytes(counts.unsentBytes))}</p>
        </Section>
      )}
    </>
  );
}
