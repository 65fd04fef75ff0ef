/** The members with a right to vote at one RAT: from the last one, pasted, from a file, or typed; frozen once the meeting is open. */
import { useState } from 'preact/hooks';
import { readDraft } from '../../data/drafts.ts';
import { readRow } from '../../data/rows.ts';
import { heldOnOf } from '../../domain/rat-meeting.ts';
import type { RosterMember } from '../../domain/roster.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { showMoment } from '../kit/figures.ts';
import { ErrorState, Loading } from '../kit/page-state.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useSavedAsTyped } from '../saved-as-typed.ts';
import { scanWords } from '../scan/scan-words.ts';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import './meeting.css';
import { meetingHref, partHref } from './meeting-links.ts';
import { meetingNameOf, meetingWords } from './meeting-words.ts';
import { isBlankDraft, keptRosterDraft, type RosterDraft } from './roster-draft.ts';
import { RosterEarlier } from './roster-earlier.tsx';
import { RosterList } from './roster-list.tsx';
import { RosterPaste } from './roster-paste.tsx';
import { RosterTyped } from './roster-typed.tsx';
import { MeetingPage, type MeetingRoute, type RecordedMeeting } from './use-meeting.tsx';

export function RosterScreen(route: MeetingRoute) {
  const words = useWords(meetingWords);
  const scan = useWords(scanWords);
  return (
    <MeetingPage {...route} title={words.rosterTitle}>
      {(around) => (
        <Shell title={words.rosterTitle} back={meetingHref(route.cooperativeId, route.meetingId)}>
          <p class="lede">
            {cooperativeTitle(around.cooperative.data)} · {meetingNameOf(words, around.meeting.data)}
          </p>
          <RosterBody around={around} />
          {around.roster && around.roster.data.members.length > 0 && (
            <div class="actions">
              <LinkButton icon="print" href={partHref(route.cooperativeId, route.meetingId, 'kartu')}>
                {scan.toCards}
              </LinkButton>
            </div>
          )}
        </Shell>
      )}
    </MeetingPage>
  );
}

function RosterBody({ around }: { around: RecordedMeeting }) {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const { meeting, meetings, roster } = around;
  const earlier = useLive(() => earlierRosterOf(meeting.id, meetings), [db, meeting.id, meetings.length]);
  const draft = useLive(async () => (await readDraft(db, `roster:${meeting.id}`)) ?? null, [db, meeting.id]);
  const { opening } = meeting.data;
  if (opening) {
    return (
      <>
        <Banner
          tone="info"
          title={words.rosterFrozenTitle(showMoment(opening.openedAt))}
          actions={<LinkButton href={`${meetingHref(meeting.data.cooperativeId, meeting.id)}/hadir`}>{words.toRollCall}</LinkButton>}
        >
          {words.rosterFrozenBody}
        </Banner>
        <RosterList members={roster?.data.members ?? []} subject={undefined} />
      </>
    );
  }
  const error = earlier.error ?? draft.error;
  if (error) return <ErrorState onRetry={earlier.error ? earlier.retry : draft.retry} />;
  if (earlier.loading || draft.value === undefined) return <Loading />;
  return (
    <RosterParts
      around={around}
      earlier={earlier.value ?? undefined}
      start={keptRosterDraft(draft.value?.content)}
      savedAt={draft.value?.savedAt}
    />
  );

  async function earlierRosterOf(own: string, all: readonly Row<'ratMeeting'>[]): Promise<EarlierRoster | null> {
    const dayOfMeeting = ({ data }: Row<'ratMeeting'>) => heldOnOf(data) ?? data.opening?.heldOn ?? '';
    const latestFirst = all.filter(({ id }) => id !== own).sort((one, other) => (dayOfMeeting(one) < dayOfMeeting(other) ? 1 : -1));
    for (const other of latestFirst) {
      const row = await readRow(db, 'roster', other.id);
      if (row && row.data.members.length > 0) return { meeting: other, members: row.data.members };
    }
    return null;
  }
}

export interface EarlierRoster {
  meeting: Row<'ratMeeting'>;
  members: readonly RosterMember[];
}

interface RosterPartsProps {
  around: RecordedMeeting;
  earlier: EarlierRoster | undefined;
  start: RosterDraft;
  savedAt: number | undefined;
}

type Part = 'list' | 'earlier' | 'paste' | 'typed';

function RosterParts({ around, earlier, start, savedAt }: RosterPartsProps) {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const { meeting, roster } = around;
  const members = roster?.data.members ?? [];
  const [draft, setDraft] = useState(start);
  const [part, setPart] = useState<Part>(() => {
    if (start.text.trim() !== '') return 'paste';
    if (members.length > 0) return 'list';
    return earlier ? 'earlier' : 'paste';
  });
  const draftKey = `roster:${meeting.id}`;
  const saver = useSavedAsTyped(db, { key: draftKey, kind: 'roster', cooperativeId: meeting.data.cooperativeId }, savedAt);
  const subject = { meetingId: meeting.id, cooperativeId: meeting.data.cooperativeId, area: meeting.area };

  const type = (next: RosterDraft) => {
    setDraft(next);
    saver.type(next);
  };
  /** What was recorded leaves the draft; what is left of it is kept, an empty one is gone with the fact that it became. */
  const afterRecording = (next: RosterDraft) => {
    setDraft(next);
    if (isBlankDraft(next)) saver.rest();
    else saver.type(next);
  };
  const shared = { members, draft, subject, type, afterRecording, flush: saver.flush, draftKey };

  return (
    <>
      {saver.state.kind === 'failed' && (
        <Banner tone="bad" urgent title={words.draftFailed}>
          {words.draftFailedBody}
        </Banner>
      )}
      <Tabs<Part>
        label={words.rosterTitle}
        value={part}
        onValue={setPart}
        tabs={[
          { key: 'list', label: words.rosterTabs.list, count: members.length },
          ...(earlier ? [{ key: 'earlier' as const, label: words.rosterTabs.earlier }] : []),
          { key: 'paste', label: words.rosterTabs.paste },
          { key: 'typed', label: words.rosterTabs.typed },
        ]}
      >
        {part === 'list' && (
          <>
            {members.length > 0 && (
              <p class="row apart">
                <span class="small muted">{words.rosterNotFrozen}</span>
                <LinkButton look="primary" icon="check" href={meetingHref(meeting.data.cooperativeId, meeting.id)}>
                  {words.rosterDone}
                </LinkButton>
              </p>
            )}
            <RosterList members={members} subject={subject} />
          </>
        )}
        {part === 'earlier' && earlier && (
          <RosterEarlier earlier={earlier} members={members} subject={subject} onDone={() => setPart('list')} />
        )}
        {part === 'paste' && <RosterPaste {...shared} onDone={() => setPart('list')} />}
        {part === 'typed' && <RosterTyped {...shared} />}
      </Tabs>
    </>
  );
}

export interface RosterPartShared {
  members: readonly RosterMember[];
  draft: RosterDraft;
  subject: { meetingId: string; cooperativeId: string; area: string };
  type: (next: RosterDraft) => void;
  afterRecording: (next: RosterDraft) => void;
  flush: () => Promise<boolean>;
  draftKey: string;
}
