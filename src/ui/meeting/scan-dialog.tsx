/** Marking by members' cards: held before the camera one after another, each answered by its name and a sound. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AttendanceList } from '../../data/attendance.ts';
import { isPresent, knownVoidsOf, standingMarksOf } from '../../domain/attendance.ts';
import { readCard } from '../../domain/member-card.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showRecent } from '../kit/figures.ts';
import { beep } from '../scan/beep.ts';
import { scanWords } from '../scan/scan-words.ts';
import { ScannerView } from '../scan/scanner.tsx';
import { useWords } from '../words/words.ts';
import type { Marking, MarkWay } from './use-marking.ts';

/** A card that stays before the camera is one card; after this time it may be held out anew. */
const sameCardMs = 2_500;

export interface ScanDialogProps {
  open: boolean;
  onClose: () => void;
  cooperativeId: string;
  members: readonly RosterMember[];
  list: AttendanceList;
  marking: Marking;
  mode: MarkWay;
  /** Count and quorum, which stay in sight. */
  meter: ComponentChildren;
}

interface Answer {
  tone: 'good' | 'warn' | 'bad';
  title: string;
  body: string;
}

export function ScanDialog(props: ScanDialogProps) {
  const words = useWords(scanWords);
  const general = useWords();
  const { open, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} title={words.title} actions={<Button onClick={onClose}>{general.done}</Button>}>
      {open && <Scanning {...props} />}
    </Dialog>
  );
}

function Scanning({ cooperativeId, members, list, marking, mode, meter }: ScanDialogProps) {
  const words = useWords(scanWords);
  const [answer, setAnswer] = useState<Answer>();
  const last = useRef({ text: '', at: 0 });

  const hear = async (text: string) => {
    const now = Date.now();
    const isSame = text === last.current.text && now - last.current.at < sameCardMs;
    last.current = { text, at: now };
    if (isSame) return;
    const said = await answerTo(text);
    beep(said.tone);
    setAnswer(said);
  };

  const answerTo = async (text: string): Promise<Answer> => {
    const card = readCard(text, cooperativeId);
    if (card.kind === 'noCard') return { tone: 'warn', title: words.noCard, body: words.noCardBody };
    if (card.kind === 'otherCard') return { tone: 'bad', title: words.otherCard, body: words.otherCardBody };
    const member = members.find(({ memberKey }) => memberKey === card.memberKey);
    if (!member) return { tone: 'bad', title: words.notOnRoster(card.memberKey), body: words.notOnRosterBody };
    const { memberKey, memberNumber, name, sex } = member;
    const attendance = list.get(memberKey);
    if (attendance && isPresent(attendance)) {
      const at = standingMarksOf(attendance)[0]?.at ?? attendance.arrivedAt;
      return { tone: 'warn', title: words.alreadyMarked(name), body: words.alreadyMarkedAt(showRecent(at, Date.now())) };
    }
    const marked = await marking.mark({
      memberKey,
      name,
      role: 'voter',
      mode,
      ...knownVoidsOf(attendance),
      ...(memberNumber === undefined ? {} : { memberNumber }),
      ...(sex ? { sex } : {}),
    });
    if (marked) return { tone: 'good', title: words.marked(name), body: memberNumber ?? '' };
    return {
      tone: 'bad',
      title: words.notKept(name),
      body: marking.failed.find((failure) => failure.memberKey === memberKey)?.problem ?? '',
    };
  };

  return (
    <div class="stack">
      {meter}
      <ScannerView label={words.camera} hint={answer ? undefined : words.hint} onText={(text) => void hear(text)} />
      <div class={answer ? `scan-answer ${answer.tone}` : undefined} role="status">
        {answer && (
          <>
            <strong>{answer.title}</strong>
            <span>{answer.body}</span>
          </>
        )}
      </div>
    </div>
  );
}
