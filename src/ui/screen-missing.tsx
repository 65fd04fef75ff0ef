/** What stands in a screen's place when its code could not be loaded, or when no screen has that address. */
import type { FunctionComponent } from 'preact';
import { lazy } from 'preact-iso';
import { frameWords } from './frame-words.ts';
import { Banner } from './kit/banner.tsx';
import { Button, LinkButton } from './kit/button.tsx';
import { EmptyState } from './kit/page-state.tsx';
import { Shell } from './shell.tsx';
import { useWords } from './words/words.ts';

export function ScreenMissing() {
  const words = useWords(frameWords).screenMissing;
  const { reload } = useWords();
  return (
    <Shell title={words.title} back="/">
      <Banner
        tone="warn"
        title={words.title}
        actions={
          <Button icon="sync" onClick={() => location.reload()}>
            {reload}
          </Button>
        }
      >
        {words.body}
      </Banner>
    </Shell>
  );
}

export function NowhereScreen() {
  const words = useWords(frameWords).nowhere;
  return (
    <Shell title={words.title} back="/">
      <EmptyState icon="search" title={words.title} action={<LinkButton href="/">{words.act}</LinkButton>}>
        {words.body}
      </EmptyState>
    </Shell>
  );
}

/** A screen that is loaded when it is asked for; one that cannot be says so instead of leaving the officer on the former one. */
export const later = <Props,>(load: () => Promise<FunctionComponent<Props>>) => lazy(() => load().catch(() => ScreenMissing));
