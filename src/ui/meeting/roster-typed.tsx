/** Typing members one by one: each is recorded as it is added. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../data/id.ts';
import { readPastedRoster } from '../../domain/roster-paste.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { showCount } from '../kit/figures.ts';
import { TextField } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { isBlankDraft, nobody, rosterActs, type TypedMember, withKeys } from './roster-draft.ts';
import type { RosterPartShared } from './roster-screen.tsx';
import { useRecord } from './use-record.ts';

export function RosterTyped({ members, draft, subject, type, afterRecording, draftKey }: RosterPartShared) {
  const words = useWords(meetingWords);
  const recorder = useRecord();
  const [round, setRound] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const { typed } = draft;
  const change = (part: Partial<TypedMember>) => {
    recorder.clear();
    type({ ...draft, typed: { ...typed, ...part } });
  };
  // The same reading as of a pasted line, so that a number taken twice is told here too.
  const line = [typed.memberNumber, typed.name, '', typed.group].map((cell) => cell.replaceAll('\t', ' ')).join('\t');
  const outcome = readPastedRoster(line, members, ['number', 'name', 'sex', 'group']).lines[0]?.outcome;
  const begun = typed.name.trim() !== '' || typed.memberNumber.trim() !== '';
  const warning =
    begun && outcome?.kind === 'problem' && outcome.code !== 'nameMissing'
      ? words.lineProblems[outcome.code](outcome.like ?? '')
      : outcome?.kind === 'known'
        ? words.lineKnown
        : undefined;
  const alike = outcome?.kind === 'member' ? outcome.notices.find(({ code }) => code === 'sameName') : undefined;

  const add = async () => {
    if (outcome?.kind !== 'member') return;
    const member = { ...outcome.member, ...(typed.sex ? { sex: typed.sex } : {}) };
    // The group stays: lists are written group by group.
    const next = { ...draft, typed: { ...nobody, group: typed.group } };
    const done = await recorder.record(rosterActs(withKeys([member], newId), 'typed', subject), isBlankDraft(next) ? draftKey : undefined);
    if (!done) return;
    afterRecording(next);
    setRound(round + 1);
    showToast({ text: words.memberAdded(member.name, showCount(members.length + 1)) });
  };
  useEffect(() => {
    if (round > 0) form.current?.querySelector('input')?.focus();
  }, [round]);

  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="stack" key={round}>
        <TextField
          label={words.memberNumber}
          optional
          maxLength={40}
          value={typed.memberNumber}
          onValue={(memberNumber) => change({ memberNumber })}
        />
        <TextField
          label={words.memberName}
          maxLength={200}
          value={typed.name}
          {...(warning ? { error: warning } : {})}
          {...(alike ? { hint: words.lineNotices.sameName(alike.like ?? '') } : {})}
          onValue={(name) => change({ name })}
        />
        <ChoiceList
          label={words.sex}
          segments
          optional
          value={typed.sex}
          onValue={(sex) => change({ sex })}
          choices={[
            { value: 'female', label: words.sexes.female.long },
            { value: 'male', label: words.sexes.male.long },
          ]}
        />
        <TextField label={words.group} optional maxLength={100} value={typed.group} onValue={(group) => change({ group })} />
      </div>
      {recorder.problem && (
        <Banner tone="bad" urgent title={words.rosterNotSaved}>
          {recorder.problem}
        </Banner>
      )}
      <div class="actions">
        <Button look="primary" icon="plus" type="submit" busy={recorder.busy} disabled={outcome?.kind !== 'member'}>
          {words.addMember}
        </Button>
      </div>
    </form>
  );
}
