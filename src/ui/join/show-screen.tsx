/** The meeting as codes, one after another, for the camera of a second tablet at the same hall. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { passOf } from '../../domain/meeting-pass.ts';
import type { Row } from '../../domain/world.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { EmptyState, Loading } from '../kit/page-state.tsx';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { meetingWords } from '../meeting/meeting-words.ts';
import { MeetingPage, type MeetingRoute, type RecordedMeeting } from '../meeting/use-meeting.tsx';
import { QrCode } from '../scan/qr-code.tsx';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { framesOf } from './frames.ts';
import { joinWords } from './join-words.ts';
import { useAwake } from './use-awake.ts';

/** A camera that looks eight times a second sees each frame twice. */
const frameMs = 260;

export function ShowScreen(route: MeetingRoute) {
  const words = useWords(joinWords);
  return (
    <MeetingPage {...route} title={words.showTitle}>
      {({ meeting, roster, cooperative }) => (
        <Shell title={words.showTitle} back={meetingHref(route.cooperativeId, route.meetingId)}>
          <p class="lede">{cooperativeTitle(cooperative.data)}</p>
          {roster && roster.data.members.length > 0 ? <Showing meeting={meeting} roster={roster} /> : <RosterMissing meeting={meeting} />}
        </Shell>
      )}
    </MeetingPage>
  );
}

function RosterMissing({ meeting }: Pick<RecordedMeeting, 'meeting'>) {
  const words = useWords(joinWords);
  const { toRoster } = useWords(meetingWords);
  return (
    <EmptyState
      icon="user"
      title={words.noRoster.title}
      action={<LinkButton href={partHref(meeting.data.cooperativeId, meeting.id, 'roster')}>{toRoster}</LinkButton>}
    >
      {words.noRoster.body}
    </EmptyState>
  );
}

function Showing({ meeting, roster }: { meeting: Row<'ratMeeting'>; roster: Row<'roster'> }) {
  const words = useWords(joinWords);
  const [frames, setFrames] = useState<string[] | 'tooLarge'>();
  const [place, setPlace] = useState(0);
  const said = useMemo(() => JSON.stringify(passOf(meeting, roster)), [meeting, roster]);
  useAwake();
  // What is read again says the same, as a rule: the other tablet must not have to begin anew.
  useEffect(() => {
    let isGone = false;
    void framesOf(JSON.parse(said)).then((made) => isGone || setFrames(made ?? 'tooLarge'));
    return () => {
      isGone = true;
    };
  }, [said]);
  useEffect(() => {
    const timer = setInterval(() => setPlace((now) => now + 1), frameMs);
    return () => clearInterval(timer);
  }, []);
  if (!frames) return <Loading />;
  if (frames === 'tooLarge') {
    return (
      <Banner tone="warn" title={words.tooLarge.title}>
        {words.tooLarge.body}
      </Banner>
    );
  }
  const shown = place % frames.length;
  return (
    <div class="stack">
      <p>{words.showHow}</p>
      <QrCode text={frames[shown] ?? ''} label={words.code} />
      <p class="figure small muted">{words.frame(showCount(shown + 1), showCount(frames.length))}</p>
      <p class="small muted">{words.showWhat(showCount(roster.data.members.length))}</p>
    </div>
  );
}
