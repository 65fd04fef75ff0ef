/** A quiet word that what was typed stands on the tablet, and a loud one when it does not. */
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showRecent } from '../kit/figures.ts';
import { Icon } from '../kit/icon.tsx';
import type { SavedAsTyped, SaveState } from '../saved-as-typed.ts';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export function SaveSign({ state, progress }: { state: SaveState; progress: string }) {
  const { saved } = useWords(visitWords);
  const text = state.kind === 'saved' ? saved.done(showRecent(state.at, Date.now())) : saved[state.kind];
  return (
    <p class={state.kind === 'failed' ? 'save-sign bad' : 'save-sign'}>
      <strong class="figure">{progress}</strong>
      <span class="figure">
        <Icon name={state.kind === 'failed' ? 'warning' : state.kind === 'saved' ? 'check' : 'tablet'} size={18} />
        {text}
      </span>
    </p>
  );
}

export function SaveFailure({ saver }: { saver: SavedAsTyped }) {
  const { saved } = useWords(visitWords);
  if (saver.state.kind !== 'failed') return null;
  return (
    <Banner
      tone="bad"
      urgent
      title={saved.failedTitle}
      actions={
        <Button icon="sync" onClick={() => void saver.flush()}>
          {saved.failedAct}
        </Button>
      }
    >
      {saved.failedSafe}
    </Banner>
  );
}
