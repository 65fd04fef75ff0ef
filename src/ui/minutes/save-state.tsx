/** Whether what is typed lies safely on this tablet. */
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showRecent } from '../kit/figures.ts';
import { Icon } from '../kit/icon.tsx';
import type { SavedAsTyped } from '../saved-as-typed.ts';
import { useWords } from '../words/words.ts';
import { minutesWords } from './minutes-words.ts';

export function SaveState({ saver: { state } }: { saver: SavedAsTyped }) {
  const { saveStates } = useWords(minutesWords);
  const text = state.kind === 'saved' ? saveStates.saved(showRecent(state.at, Date.now())) : saveStates[state.kind];
  return (
    <output class={`minutes-saved ${state.kind === 'failed' ? 'bad' : ''}`}>
      <Icon name={state.kind === 'failed' ? 'warning' : state.kind === 'saved' ? 'tablet' : 'pen'} size={20} />
      {text}
    </output>
  );
}

export function SaveFailure({ saver }: { saver: SavedAsTyped }) {
  const words = useWords(minutesWords);
  if (saver.state.kind !== 'failed') return null;
  return (
    <Banner
      tone="bad"
      urgent
      title={words.saveFailed}
      actions={
        <Button icon="sync" onClick={() => void saver.flush()}>
          {words.saveAgain}
        </Button>
      }
    >
      {words.saveFailedBody}
    </Banner>
  );
}
