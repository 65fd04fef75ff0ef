/** The members on the roster, searched, and taken out one by one or many at once while that is still allowed. */
import { useMemo, useState } from 'preact/hooks';
import { wordsOf } from '../../data/register.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { SearchField, TextField } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { MemberItem } from './member-item.tsx';
import { rollEntriesOf, searchRoll } from './roll-entries.ts';
import { type RosterSubject, strikeActs } from './roster-draft.ts';
import { useRecord } from './use-record.ts';

export interface RosterListProps {
  members: readonly RosterMember[];
  /** Undefined once the roster is frozen: then it is only looked at. */
  subject: RosterSubject | undefined;
}

export function RosterList({ members, subject }: RosterListProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const [asking, setAsking] = useState(false);
  const entries = useMemo(() => rollEntriesOf(members, 'name'), [members]);
  const found = useMemo(() => searchRoll(entries, query), [entries, query]);
  const sexes = useMemo(() => countsOf(members), [members]);

  if (members.length === 0) {
    return (
      <EmptyState icon="user" title={words.rosterEmpty}>
        {words.rosterEmptyBody}
      </EmptyState>
    );
  }
  const toggle = (memberKey: string) => {
    const next = new Set(chosen);
    if (!next.delete(memberKey)) next.add(memberKey);
    setChosen(next);
  };
  return (
    <>
      <div class="row apart">
        <p>
          <strong class="figure">
            {words.membersOf(
              showCount(members.length),
              showCount(sexes.male),
              showCount(sexes.female),
              showCount(members.length - sexes.male - sexes.female),
            )}
          </strong>
        </p>
        {subject &&
          (chosen ? (
            <div class="row">
              <Button onClick={() => setChosen(undefined)}>{general.cancel}</Button>
              <Button look="danger" icon="minus" disabled={chosen.size === 0} onClick={() => setAsking(true)}>
                {words.strikeChosen(showCount(chosen.size))}
              </Button>
            </div>
          ) : (
            <Button icon="minus" onClick={() => setChosen(new Set())}>
              {words.strikeBegin}
            </Button>
          ))}
      </div>
      <SearchField
        label={words.searchMember}
        value={query}
        onValue={setQuery}
        {...(wordsOf(query).trim() ? { found: general.found(showCount(found.length)) } : {})}
      />
      <div class="ruled">
        <VirtualList label={words.rosterTitle} rows={found} keyOf={({ member }) => member.memberKey} rowHeight={64}>
          {({ member }) => (
            <MemberItem
              member={member}
              {...(chosen
                ? {
                    onClick: () => toggle(member.memberKey),
                    pressed: chosen.has(member.memberKey),
                    side: chosen.has(member.memberKey) && <StatusBadge tone="bad">{words.willLeave}</StatusBadge>,
                  }
                : {})}
            />
          )}
        </VirtualList>
      </div>
      {subject && (
        <StrikeDialog
          open={asking}
          members={members.filter((member) => chosen?.has(member.memberKey))}
          subject={subject}
          onClose={(struck) => {
            setAsking(false);
            if (struck) setChosen(undefined);
          }}
        />
      )}
    </>
  );
}

interface StrikeDialogProps {
  open: boolean;
  members: readonly RosterMember[];
  subject: RosterSubject;
  onClose: (struck: boolean) => void;
}

function StrikeDialog({ open, members, subject, onClose }: StrikeDialogProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const [reason, setReason] = useState('');
  const recorder = useRecord();
  const strike = async () => {
    const keys = members.map((member) => member.memberKey);
    if (!(await recorder.record(strikeActs(keys, reason, subject)))) return;
    showToast({ text: words.struck(showCount(keys.length)) });
    onClose(true);
  };
  return (
    <Dialog
      open={open}
      onClose={() => onClose(false)}
      title={words.strikeQuestion(showCount(members.length))}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{general.cancel}</Button>
          <Button look="danger" icon="minus" busy={recorder.busy} onClick={() => void strike()}>
            {words.strikeDo}
          </Button>
        </>
      }
    >
      <p>
        {members
          .slice(0, 6)
          .map((member) => member.name)
          .join(', ')}
        {members.length > 6 && ` ${words.andMore(showCount(members.length - 6))}`}
      </p>
      <TextField label={words.reason} optional corrected maxLength={500} value={reason} onValue={setReason} />
      {recorder.problem && (
        <Banner tone="bad" urgent title={words.rosterNotSaved}>
          {recorder.problem}
        </Banner>
      )}
    </Dialog>
  );
}

const countsOf = (members: readonly RosterMember[]) => ({
  male: members.filter((member) => member.sex === 'male').length,
  female: members.filter((member) => member.sex === 'female').length,
});
