/** A second tablet at the same hall takes the meeting over with its camera, without a network. */
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { lendRows } from '../../data/lend.ts';
import { readRow } from '../../data/rows.ts';
import { readPass } from '../../domain/meeting-pass.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { Progress } from '../kit/meter.tsx';
import { showToast } from '../kit/toast.tsx';
import { meetingHref } from '../meeting/meeting-links.ts';
import { beep } from '../scan/beep.ts';
import { ScannerView } from '../scan/scanner.tsx';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { contentOfFrames, type Gathering, gather, isWhole } from './frames.ts';
import { joinWords } from './join-words.ts';

type Trouble = 'unreadable' | 'otherArea' | 'noCooperative' | 'notKept';

export function JoinScreen() {
  const words = useWords(joinWords);
  const { db } = useApp();
  const { route } = useLocation();
  const [gathering, setGathering] = useState<Gathering>();
  const [trouble, setTrouble] = useState<Trouble>();
  const held = useRef<Gathering>(undefined);
  const done = useRef(false);

  const hear = (text: string) => {
    const next = gather(held.current, text);
    if (done.current || !next || next === held.current) return;
    held.current = next;
    setGathering(next);
    if (!isWhole(next)) return;
    done.current = true;
    void take(next).then((problem) => {
      beep(problem ? 'bad' : 'good');
      setTrouble(problem);
    });
  };

  const take = async (whole: Gathering): Promise<Trouble | undefined> => {
    const pass = readPass(await contentOfFrames(whole));
    if (!pass) return 'unreadable';
    const { meeting, roster } = pass;
    try {
      const { cooperativeId } = meeting.data;
      const cooperative = await readRow(db, 'cooperative', cooperativeId);
      if (!cooperative) return 'noCooperative';
      const lending = await lendRows(db, [meeting, roster]);
      if (lending.kind === 'otherArea') return 'otherArea';
      showToast({ text: lending.taken > 0 ? words.joined(showCount(roster.data.members.length)) : words.alreadyHere });
      route(meetingHref(cooperativeId, meeting.id), true);
      return undefined;
    } catch {
      return 'notKept';
    }
  };

  const again = () => {
    held.current = undefined;
    done.current = false;
    setGathering(undefined);
    setTrouble(undefined);
  };

  return (
    <Shell title={words.title} back="/rat">
      <div class="stack">
        <p>{words.how}</p>
        {trouble ? (
          <Banner
            tone="warn"
            urgent
            title={words[trouble].title}
            actions={
              <Button icon="camera" onClick={again}>
                {words.again}
              </Button>
            }
          >
            {words[trouble].body}
          </Banner>
        ) : (
          <>
            <ScannerView label={words.camera} onText={hear} />
            {gathering && (
              <Progress
                label={words.gathered(showCount(gathering.parts.size), showCount(gathering.count))}
                value={gathering.parts.size}
                max={gathering.count}
              />
            )}
          </>
        )}
      </div>
    </Shell>
  );
}
