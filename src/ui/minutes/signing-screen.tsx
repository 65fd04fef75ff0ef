/** Signing and sealing: what will be sealed, the signatures bound to it, and the one act that cannot be taken back. */
import { useMemo, useState } from 'preact/hooks';
import { meetingStateOf } from '../../domain/rat-meeting.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { DefinitionList } from '../kit/card.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { shortHashOf } from './minutes-acts.ts';
import { frozenOf } from './minutes-content.ts';
import { keptDraft } from './minutes-draft.ts';
import { minutesWords } from './minutes-words.ts';
import { PaperLinks } from './paper-links.tsx';
import { SigningForm } from './signing-form.tsx';
import { MinutesPage, type MinutesRoute, type ReadMinutes } from './use-minutes.tsx';

export function SigningScreen(route: MinutesRoute) {
  const words = useWords(minutesWords);
  return (
    <MinutesPage {...route} title={words.signTitle}>
      {(read) => <Signing {...read} />}
    </MinutesPage>
  );
}

function Signing({ sources, draft }: ReadMinutes) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId, meeting, minutes } = sources;
  const [kept] = useState(() => draft && keptDraft(draft.content));
  const frozen = useMemo(() => frozenOf(sources), [sources]);
  if (minutes) return <Sealed sources={sources} />;
  if (!draft || !kept || !frozen || meetingStateOf(meeting) !== 'open') {
    const toMinutes = partHref(cooperativeId, meetingId, 'notulen');
    return (
      <Shell title={words.signTitle} back={meetingHref(cooperativeId, meetingId)}>
        <EmptyState icon="signature" title={words.nothingToSign} action={<LinkButton href={toMinutes}>{words.toMinutes}</LinkButton>}>
          {words.nothingToSignBody}
        </EmptyState>
      </Shell>
    );
  }
  return <SigningForm start={{ sources, frozen, draft: kept, savedAt: draft.savedAt }} />;
}

/** Stands only once the seal has been committed: it is drawn from the sealed row. */
function Sealed({ sources }: Pick<ReadMinutes, 'sources'>) {
  const words = useWords(minutesWords);
  const { cooperativeId, meetingId, minutes } = sources;
  if (!minutes) return null;
  return (
    <Shell title={words.signTitle} back={meetingHref(cooperativeId, meetingId)}>
      <Banner
        tone="good"
        title={words.sealedTitle}
        actions={<PaperLinks cooperativeId={cooperativeId} meetingId={meetingId} primary="berita-acara" />}
      >
        <p>{words.sealedDone}</p>
      </Banner>
      <DefinitionList
        facts={[
          [
            words.hash,
            <>
              <code class="minutes-hash">{shortHashOf(minutes.contentHash)}</code>
              <br />
              <span class="small">{words.hashHint}</span>
            </>,
          ],
        ]}
      />
    </Shell>
  );
}
