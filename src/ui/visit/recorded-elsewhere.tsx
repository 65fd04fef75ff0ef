/** Said over a form whose visit another tab has finished in the meantime: what was typed here is not in it. */
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { useWords } from '../words/words.ts';
import { visitWords } from './visit-words.ts';

export function RecordedElsewhere({ visitHref, onGoOn }: { visitHref: string; onGoOn: () => void }) {
  const words = useWords(visitWords).recordedElsewhere;
  return (
    <Banner
      tone="warn"
      urgent
      title={words.title}
      actions={
        <>
          <Button look="primary" icon="pen" onClick={onGoOn}>
            {words.goOn}
          </Button>
          <LinkButton href={visitHref}>{words.open}</LinkButton>
        </>
      }
    >
      {words.safe}
    </Banner>
  );
}
