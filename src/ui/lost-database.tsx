/** The tablet's database is gone: input is closed, and the officer is told what is safe. */
import { frameWords } from './frame-words.ts';
import { Banner } from './kit/banner.tsx';
import { Button } from './kit/button.tsx';
import { useWords } from './words/words.ts';

export type LostReason = 'closed' | 'emptied';

export function LostDatabase({ reason }: { reason: LostReason }) {
  const words = useWords(frameWords).lost[reason];
  const { reload } = useWords();
  return (
    <div class="gate">
      <main class="stack">
        <Banner
          tone="bad"
          urgent
          title={words.title}
          actions={
            <Button look="primary" icon="sync" onClick={() => location.reload()}>
              {reload}
            </Button>
          }
        >
          <p>{words.safe}</p>
          <p>{words.act}</p>
        </Banner>
      </main>
    </div>
  );
}
