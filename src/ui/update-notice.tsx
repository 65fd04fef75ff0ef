/** A new version waits: said where no form is open, taken when the officer says so. */
import { useApp } from './app-context.ts';
import { Banner } from './kit/banner.tsx';
import { Button } from './kit/button.tsx';
import { todayWords } from './today/today-words.ts';
import { useWords } from './words/words.ts';

export function UpdateNotice() {
  const words = useWords(todayWords).update;
  const { updateWaiting, applyUpdate } = useApp();
  if (!updateWaiting.value) return null;
  return (
    <Banner tone="info" title={words.title} actions={<Button onClick={applyUpdate}>{words.act}</Button>}>
      {words.body}
    </Banner>
  );
}
