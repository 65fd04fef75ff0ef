/** The minutes of a meeting, written while it is held and kept as typed; and the same form again when the office returned them. */
import { useMemo, useState } from 'preact/hooks';
import { discardDraft, saveDraft } from '../../data/drafts.ts';
import { meetingStateOf } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button, LinkButton } from '../kit/button.tsx';
import { showMoment } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { meetingHref } from '../meeting/meeting-links.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { AmendmentForm } from './amendment-form.tsx';
import { frozenIn, frozenOf } from './minutes-content.ts';
import { amendmentDraftOf, draftKeyOf, firstDraftOf, keptDraft } from './minutes-draft.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { minutesWords } from './minutes-words.ts';
import { PaperLinks } from './paper-links.tsx';
import { MinutesPage, type MinutesRoute, type ReadMinutes } from './use-minutes.tsx';

export function MinutesScreen(route: MinutesRoute) {
  const words = useWords(minutesWords);
  return (
    <MinutesPage {...route} title={words.title}>
      {(read) => <Minutes {...read} />}
    </MinutesPage>
  );
}

function Minutes({ sources, draft }: ReadMinutes) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId, meeting, minutes } = sources;
  const back = meetingHref(cooperativeId, meetingId);
  const state = meetingStateOf(meeting);
  const kept = useMemo(() => (draft ? keptDraft(draft.content) : undefined), [draft]);
  const savedAt = draft?.savedAt;
  const amended = kept?.amendment?.of;
  const frozen = useMemo(() => (amended ? frozenIn(amended) : frozenOf(sources)), [amended, sources]);

  if (minutes) {
    if (kept?.amendment && frozen && state !== 'verified') {
      return <AmendmentForm key="amendment" start={{ sources, frozen, draft: kept, savedAt }} />;
    }
    return (
      <Shell title={words.title} back={back}>
        <SealedMinutes sources={sources} draft={draft} />
      </Shell>
    );
  }
  if (state !== 'open' || !frozen) {
    const [title, body] =
      state === 'adjourned' ? ([words.adjourned, words.adjournedBody] as const) : ([words.notOpen, words.notOpenBody] as const);
    return (
      <Shell title={words.title} back={back}>
        <EmptyState icon="document" title={title} action={<LinkButton href={back}>{words.toMeeting}</LinkButton>}>
          {body}
        </EmptyState>
      </Shell>
    );
  }
  return <MinutesEditor key="minutes" start={{ sources, frozen, draft: kept ?? firstDraftOf(meeting), savedAt }} />;
}

function SealedMinutes({ sources, draft }: ReadMinutes) {
  const { db } = useApp();
  const [failed, setFailed] = useState(false);
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId, meeting, minutes } = sources;
  const { returned } = meeting;
  if (!minutes) return null;
  const documents = <PaperLinks cooperativeId={cooperativeId} meetingId={meetingId} />;
  if (meetingStateOf(meeting) !== 'returned' || !returned) {
    return (
      <>
        <Banner tone="good" title={words.sealed} actions={documents}>
          {words.sealedBody}
        </Banner>
        {draft && (
          <Banner
            tone="info"
            title={words.leftoverTitle}
            actions={
              <Button look="danger" icon="cross" onClick={() => void discardDraft(db, draft.key)}>
                {words.leftoverAct}
              </Button>
            }
          >
            {words.leftoverBody}
          </Banner>
        )}
      </>
    );
  }
  const amend = () => saveDraft(db, { key: draftKeyOf(meetingId), kind: 'minutes', cooperativeId, content: amendmentDraftOf(minutes) });
  return (
    <Banner
      tone="bad"
      title={words.returnedTitle(showMoment(returned.at))}
      actions={
        <>
          <Button look="primary" icon="pen" onClick={() => void amend().catch(() => setFailed(true))}>
            {words.amend}
          </Button>
          {documents}
        </>
      }
    >
      <p class="minutes-quoted">{returned.reason}</p>
      <p>{words.returnedBody}</p>
      {failed && <p class="field-error">{words.amendFailed}</p>}
    </Banner>
  );
}
