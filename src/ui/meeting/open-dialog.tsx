/** Opening a meeting: its day and the number of voters, which is frozen from then on. */
import { useState } from 'preact/hooks';
import { dayOf } from '../../domain/day.ts';
import { type MeetingRule, meetingQuorumOf } from '../../domain/meeting-quorum.ts';
import type { Row } from '../../domain/world.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { DefinitionList } from '../kit/card.tsx';
import { DateField } from '../kit/date-field.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount } from '../kit/figures.ts';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useRuleWords } from './rule-note.tsx';
import type { RecordedMeeting } from './use-meeting.tsx';
import { useRecord } from './use-record.ts';

export interface OpenDialogProps {
  open: boolean;
  onClose: () => void;
  around: RecordedMeeting;
  roster: Row<'roster'>;
  rule: MeetingRule;
}

export function OpenDialog({ open, onClose, around, roster, rule }: OpenDialogProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const ruleWords = useRuleWords(rule.judgedBy.rule);
  const { meeting, policy } = around;
  const today = dayOf(Date.now());
  const [heldOn, setHeldOn] = useState<string | undefined>(today);
  const recorder = useRecord();
  const registered = roster.data.members.length;
  const quorum = meetingQuorumOf(meeting.data.callNumber, rule, registered, 0);
  const needed = 'needed' in quorum ? quorum.needed : undefined;
  const female = roster.data.members.filter((member) => member.sex === 'female').length;
  const male = roster.data.members.filter((member) => member.sex === 'male').length;

  const openMeeting = async () => {
    if (!heldOn || !policy) return;
    const done = await recorder.record([
      {
        type: 'ratMeetingOpened',
        id: meeting.id,
        area: meeting.area,
        body: {
          openedAt: Date.now(),
          heldOn,
          registeredVoters: registered,
          rosterSource: roster.data.source ?? 'typed',
          quorumRule: rule.own.rule,
          quorumSource: rule.own.source,
          policyId: policy.id,
        },
      },
    ]);
    if (!done) return;
    showToast({ text: words.opened });
    onClose();
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.openQuestion}
      actions={
        <>
          <Button onClick={onClose}>{general.cancel}</Button>
          <Button look="primary" icon="check" busy={recorder.busy} disabled={!heldOn || !policy} onClick={() => void openMeeting()}>
            {words.openWith(showCount(registered))}
          </Button>
        </>
      }
    >
      <DateField
        label={words.heldOn}
        value={heldOn}
        max={today}
        hint={heldOn === today ? words.todayIs : words.otherDay}
        onValue={setHeldOn}
      />
      <DefinitionList
        facts={[
          [
            words.registeredVoters,
            words.membersOf(showCount(registered), showCount(male), showCount(female), showCount(registered - male - female)),
          ],
          [
            words.quorumNeeded,
            needed === undefined
              ? undefined
              : `${words.neededOf(showCount(needed), showCount(registered), ruleWords)}, ${words.ruleSources[rule.judgedBy.source]}`,
          ],
        ]}
      />
      <Banner tone="warn" title={words.frozenTitle}>
        {words.frozenBody}
      </Banner>
      {!policy && (
        <Banner tone="bad" title={words.noPolicyTitle}>
          {words.noPolicy}
        </Banner>
      )}
      {recorder.problem && (
        <Banner tone="bad" urgent title={words.notOpenedNow}>
          {recorder.problem}
        </Banner>
      )}
    </Dialog>
  );
}
