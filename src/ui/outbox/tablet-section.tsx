/** The tablet itself: the app's version, how full it is, whether the browser keeps the data. */
import { useApp } from '../app-context.ts';
import { DefinitionList, type Fact, Section } from '../kit/card.tsx';
import { showShare } from '../kit/figures.ts';
import { shareOf, showBytes, useStorageUse } from '../storage-use.ts';
import { useWords } from '../words/words.ts';
import { syncWords } from './sync-words.ts';

export function TabletSection() {
  const words = useWords(syncWords);
  const { appVersion } = useApp();
  const use = useStorageUse();
  const facts: Fact[] = [[words.version, appVersion]];
  if (use) {
    const amount = words.storageOf(showBytes(use.usedBytes), showBytes(use.quotaBytes));
    facts.push([words.storage, `${amount} (${showShare(shareOf(use))})`], [words.kept, use.isKept ? words.keptYes : words.keptNo]);
  }
  return (
    <Section title={words.tablet}>
      <DefinitionList facts={facts} />
    </Section>
  );
}
