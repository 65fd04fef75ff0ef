/** What every screen shows above its content: that the data is made up, that the tablet must sign in again, that it is nearly full. */
import type { SyncState } from '../data/settings.ts';
import { frameWords } from './frame-words.ts';
import { Banner } from './kit/banner.tsx';
import { LinkButton } from './kit/button.tsx';
import { showCount, showShare } from './kit/figures.ts';
import { shareOf, useStorageUse, warnFrom } from './storage-use.ts';
import { isIncomplete } from './sync-summary.ts';
import { useWords } from './words/words.ts';

export function Notices({ isDemo, sync }: { isDemo: boolean; sync: SyncState | undefined }) {
  const words = useWords(frameWords);
  const use = useStorageUse();
  const share = use ? shareOf(use) : 0;
  return (
    <>
      {isDemo && <p class="demo-mark">{words.demo}</p>}
      {sync?.failure === 'signedOut' && (
        <Banner tone="warn" title={words.sessionEnded.title} actions={<LinkButton href="/masuk">{words.sessionEnded.act}</LinkButton>}>
          {words.sessionEnded.body}
        </Banner>
      )}
      {isIncomplete(sync) && sync?.failure !== 'signedOut' && (
        <Banner tone="info" title={words.incomplete.title}>
          {words.incomplete.body(showCount(sync?.received ?? 0))}
        </Banner>
      )}
      {share >= warnFrom && (
        <Banner tone="warn" title={words.storageFull.title(showShare(share))}>
          {words.storageFull.body}
        </Banner>
      )}
    </>
  );
}
