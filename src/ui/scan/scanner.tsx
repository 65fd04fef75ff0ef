/** What the camera sees while codes are read, or why it sees nothing and what to do. */
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { useWords } from '../words/words.ts';
import './scan.css';
import { scanWords } from './scan-words.ts';
import { useScanner } from './use-scanner.ts';

export interface ScannerProps {
  /** What should be held before the camera. */
  label: string;
  /** What to do, as long as there is a picture. */
  hint?: string | undefined;
  /** Hears every code in every look, the same one again and again while it is held there. */
  onText: (text: string) => void;
}

export function ScannerView({ label, hint, onText }: ScannerProps) {
  const words = useWords(scanWords);
  const { tryAgain } = useWords();
  const { video, state, again } = useScanner(onText);
  const trouble = state === 'opening' || state === 'reading' ? undefined : words.trouble[state];
  return (
    <>
      {trouble && (
        <Banner
          tone="warn"
          urgent
          title={trouble.title}
          actions={
            <Button icon="camera" onClick={again}>
              {tryAgain}
            </Button>
          }
        >
          {trouble.body}
        </Banner>
      )}
      <div class={state === 'reading' ? 'scanner' : 'scanner waiting'} hidden={trouble !== undefined}>
        {/* No sound and no captions: it shows what stands before the tablet. */}
        <video ref={video} muted playsInline aria-label={label} />
        <span class="scanner-frame" aria-hidden="true" />
      </div>
      {state === 'opening' && <p class="muted">{words.opening}</p>}
      {state === 'reading' && hint && <p>{hint}</p>}
    </>
  );
}
