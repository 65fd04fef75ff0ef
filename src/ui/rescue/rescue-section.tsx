/** On the sync screen: the second way out, a file of everything that the office does not have yet. */
import { type RescuableCounts, rescuableCounts } from '../../data/rescuable.ts';
import type { RescueFile } from '../../data/rescue-file.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { Progress } from '../kit/meter.tsx';
import { showBytes } from '../storage-use.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { canShare, type Making, makingOf, saveFile, shareFile, startMaking } from './making.ts';
import { rescueWords } from './rescue-words.ts';

export function RescueSection() {
  const words = useWords(rescueWords);
  const { db, appVersion } = useApp();
  const counts = useLive(() => rescuableCounts(db), [db], { keep: true }).value;
  if (!counts) return null;
  const making = makingOf(db);
  const isNeeded = counts.facts + counts.files > 0;
  const make = () => void startMaking(db, appVersion);
  return (
    <Section title={words.title}>
      <div class="stack">
        {isNeeded || making.kind !== 'none' ? <p>{words.intro}</p> : <p class="muted">{words.nothing}</p>}
        {isNeeded && <p>{words.holds(showCount(counts.facts), showCount(counts.files), showBytes(counts.bytes))}</p>}
        {isNeeded && counts.drafts > 0 && <p class="muted">{words.drafts(showCount(counts.drafts))}</p>}
        {isNeeded && !counts.hasKey && (
          <Banner tone="warn" title={words.noKey.title}>
            {words.noKey.body}
          </Banner>
        )}
        <MakingShown making={making} counts={counts} />
        {isNeeded && counts.hasKey && making.kind !== 'making' && (
          <p>
            <Button icon="lock" onClick={make}>
              {making.kind !== 'made' ? words.make : making.file.part > 1 || making.file.rest ? words.makeFirst : words.makeAgain}
            </Button>
          </p>
        )}
      </div>
    </Section>
  );
}

function MakingShown({ making, counts }: { making: Making; counts: RescuableCounts }) {
  const words = useWords(rescueWords);
  if (making.kind === 'making') {
    return (
      <div class="stack tight">
        <Progress label={words.making} value={Math.round((100 * making.done) / making.all)} max={100} />
        <p class="small muted">{words.makingNote}</p>
      </div>
    );
  }
  if (making.kind === 'notMade') {
    return (
      <Banner tone="bad" urgent title={words.notMade.title}>
        {words.notMade.body}
      </Banner>
    );
  }
  if (making.kind === 'none') return null;
  return <Made file={making.file} passedOn={making.passedOn} counts={counts} />;
}

interface MadeProps {
  file: RescueFile;
  passedOn: Extract<Making, { kind: 'made' }>['passedOn'];
  counts: RescuableCounts;
}

function Made({ file, passedOn, counts }: MadeProps) {
  const words = useWords(rescueWords);
  const { db, appVersion } = useApp();
  const { facts, files, part, found, rest, blob, name } = file;
  // What is newer than a file with a rest goes into the next one.
  const isOlder = !rest && (counts.facts > found.facts || counts.files > found.files);
  const isOut = passedOn === 'saved' || passedOn === 'shared';
  const count = [showCount(facts), showCount(files), showBytes(blob.size)] as const;
  return (
    <Banner
      tone={rest || passedOn === 'notShared' ? 'warn' : 'good'}
      urgent
      title={rest ? words.madePart(showCount(part), ...count) : part > 1 ? words.madeLast(showCount(part), ...count) : words.made(...count)}
      actions={
        <>
          {/* Only then: the browser holds one file at a time, and this one would be gone. */}
          {rest && isOut && (
            <Button look="primary" icon="lock" onClick={() => void startMaking(db, appVersion, rest.after)}>
              {words.makeNext}
            </Button>
          )}
          <Button look={rest && isOut ? 'secondary' : 'primary'} icon="download" onClick={() => saveFile(db, file)}>
            {words.save}
          </Button>
          {canShare(file) && (
            <Button icon="upload" onClick={() => void shareFile(db, file)}>
              {words.share}
            </Button>
          )}
        </>
      }
    >
      {rest && <p>{words.rest(showCount(rest.facts), showCount(rest.files))}</p>}
      {rest && <p>{isOut ? words.nextNow : words.nextLater}</p>}
      {!rest && part > 1 && <p>{words.allParts(showCount(part))}</p>}
      {!rest && <p>{words.madeSafe}</p>}
      {isOlder && <p>{words.newer}</p>}
      {passedOn === 'saved' && <p>{words.saved(name)}</p>}
      {passedOn === 'shared' && <p>{words.shared}</p>}
      {passedOn === 'notShared' && <p>{words.notShared}</p>}
    </Banner>
  );
}
