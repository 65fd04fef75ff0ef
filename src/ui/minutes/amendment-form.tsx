/** Mending sealed minutes that the office returned: the same parts, a reason, and old and new side by side before it goes back. */
import { useState } from 'preact/hooks';
import { discardDraft } from '../../data/drafts.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showMoment } from '../kit/figures.ts';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { meetingHref } from '../meeting/meeting-links.ts';
import { useRecord } from '../meeting/use-record.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { ChangesView } from './changes-view.tsx';
import { amendmentActs } from './minutes-acts.ts';
import { changesOf } from './minutes-content.ts';
import { draftKeyOf } from './minutes-draft.ts';
import { type MinutesStart, useMinutesForm } from './minutes-form.ts';
import { Place } from './minutes-part.tsx';
import { MinutesParts, useJumps } from './minutes-parts-form.tsx';
import { placeIdOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';
import { ProblemList, QuestionList } from './problem-list.tsx';
import { SaveFailure, SaveState } from './save-state.tsx';

export function AmendmentForm({ start }: { start: MinutesStart }) {
  const { db } = useApp();
  const words = useWords(minutesWords);
  const general = useWords();
  const form = useMinutesForm(start);
  const jumps = useJumps();
  const recorder = useRecord();
  const [asking, setAsking] = useState<'send' | 'discard'>();
  const { draft, content, sources, saver } = form;
  const { cooperativeId, meetingId, meeting } = sources;
  const reason = draft.amendment?.reason ?? '';
  const changes = changesOf(draft, content);
  const ready = changes !== undefined && form.problems.length === 0;

  const send = async () => {
    await saver.flush();
    saver.rest();
    const done = await recorder.record(amendmentActs(sources, draft, content), draftKeyOf(meetingId));
    setAsking(undefined);
    if (done) showToast({ text: words.amendmentSent });
    else form.change({});
  };
  const discard = async () => {
    saver.rest();
    await discardDraft(db, draftKeyOf(meetingId));
  };

  return (
    <Shell
      title={words.titleAmend}
      back={meetingHref(cooperativeId, meetingId)}
      actions={
        <>
          <SaveState saver={saver} />
          <Button look="primary" icon="check" disabled={!ready} busy={recorder.busy} onClick={() => setAsking('send')}>
            {words.sendAmendment}
          </Button>
        </>
      }
    >
      {meeting.returned && (
        <Banner tone="warn" title={words.returnedTitle(showMoment(meeting.returned.at))}>
          <p class="minutes-quoted">{meeting.returned.reason}</p>
          <p>{words.returnedBody}</p>
        </Banner>
      )}
      <SaveFailure saver={saver} />
      {recorder.problem && (
        <Banner tone="bad" urgent title={words.notSaved}>
          {recorder.problem} {words.notSavedSafe}
        </Banner>
      )}
      <MinutesParts form={form} jumps={jumps} />
      <Section title={words.changesTitle}>{changes ? <ChangesView changes={changes} /> : <p class="muted">{words.changesNone}</p>}</Section>
      <Place id={placeIdOf('reason')}>
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          maxLength={2000}
          value={reason}
          onValue={(typed) => draft.amendment && form.change({ amendment: { ...draft.amendment, reason: typed } })}
        />
      </Place>
      {changes && <ProblemList form={form} onGo={jumps.go} />}
      <QuestionList form={form} onGo={jumps.go} />
      <div class="actions">
        <Button look="danger" icon="cross" onClick={() => setAsking('discard')}>
          {words.discardAmendment}
        </Button>
      </div>
      <Dialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking === 'discard' ? words.discardTitle : words.sendAmendmentTitle}
        actions={
          <>
            <Button onClick={() => setAsking(undefined)}>{general.cancel}</Button>
            {asking === 'discard' ? (
              <Button look="danger" icon="cross" onClick={() => void discard()}>
                {words.discardAmendment}
              </Button>
            ) : (
              <Button look="primary" icon="check" busy={recorder.busy} onClick={() => void send()}>
                {words.sendAmendment}
              </Button>
            )}
          </>
        }
      >
        <p>{asking === 'discard' ? words.discardBody : words.sendAmendmentBody}</p>
      </Dialog>
    </Shell>
  );
}
