/** RAT: the meetings that the field planned and recorded, by how far they have come. */
import { useMemo, useState } from 'preact/hooks';
import { draftsOf } from '../../data/drafts.ts';
import { readAll } from '../../data/rows.ts';
import { type MeetingState, meetingStateOf } from '../../domain/rat-meeting.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { isNarrow } from '../is-narrow.ts';
import { joinWords } from '../join/join-words.ts';
import { Chip } from '../kit/badge.tsx';
import { LinkButton } from '../kit/button.tsx';
import { Select } from '../kit/choice-list.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { Item } from '../kit/list.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { MeetingStateBadge, meetingStateWords } from '../meeting-state-badge.tsx';
import { Shell } from '../shell.tsx';
import { DraftsSection } from '../today/drafts-section.tsx';
import { todayWords } from '../today/today-words.ts';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { ownListsWords } from './own-lists-words.ts';
import { meetingDayOf, meetingStatesShown, meetingsShown } from './record-lists.ts';

export function MeetingsListScreen() {
  const words = useWords(ownListsWords);
  const general = useWords();
  const states = useWords(meetingStateWords);
  const join = useWords(joinWords);
  const { db, session, register: registerSignal } = useApp();
  const register = registerSignal.value;
  const [mine, setMine] = useState(false);
  const [state, setState] = useState<MeetingState | undefined>(undefined);
  const drafts = useLive(() => draftsOf(db), [db]).value ?? [];
  const read = useLive(() => readAll(db, 'ratMeeting'), [db]);
  const officerId = mine ? session.officer.id : undefined;
  const meetings = useMemo(() => read.value && meetingsShown(read.value, { officerId, state }), [read.value, officerId, state]);
  return (
    <Shell title={words.meetings}>
      <div class="row apart">
        <p class="muted">{words.meetingsHow}</p>
        <div class="actions">
          <LinkButton icon="camera" href="/rat/gabung">
            {join.open}
          </LinkButton>
          <LinkButton icon="cooperative" href="/koperasi">
            {words.toCooperatives}
          </LinkButton>
        </div>
      </div>
      <DraftsSection drafts={drafts.filter(({ kind }) => kind !== 'visit' && kind !== 'cooperative')} register={register} />
      <Select
        label={words.stateFilter}
        blank={words.every}
        value={state}
        onValue={setState}
        choices={meetingStatesShown.map((value) => ({ value, label: states[value] }))}
      />
      <div class="row apart">
        <Chip pressed={mine} onToggle={() => setMine(!mine)}>
          {words.mine}
        </Chip>
        {meetings && <span class="small muted">{general.found(showCount(meetings.length))}</span>}
      </div>
      {read.error && <ErrorState onRetry={read.retry} />}
      {!meetings && !read.error && <Loading />}
      {meetings?.length === 0 && (
        <EmptyState icon="meeting" title={words.noMeetings.title}>
          {words.noMeetings.body}
        </EmptyState>
      )}
      {meetings && meetings.length > 0 && (
        <VirtualList label={words.meetingList} rows={meetings} keyOf={({ id }) => id} rowHeight={isNarrow.value ? 108 : 76} name="meetings">
          {(meeting) => <MeetingItem {...meeting} name={nameOf(register, meeting.data.cooperativeId)} />}
        </VirtualList>
      )}
    </Shell>
  );
}

function nameOf(register: ReturnType<typeof useApp>['register']['value'], cooperativeId: string): string {
  const entry = register?.byId.get(cooperativeId);
  return entry ? cooperativeTitle(entry.cooperative) : '…';
}

type MeetingItemProps = ReturnType<typeof meetingsShown>[number] & { name: string };

function MeetingItem({ id, data, name }: MeetingItemProps) {
  const { bookYears } = useWords(todayWords);
  const day = meetingDayOf(data);
  const line = [day === '9999' ? '' : showDay(day), bookYears(data.bookYears.join(', '))].filter(Boolean).join(' · ');
  const badge = <MeetingStateBadge state={meetingStateOf(data)} />;
  const below = (
    <>
      {line}
      <br />
      {badge}
    </>
  );
  const shown = isNarrow.value ? { detail: below } : { detail: line, side: badge };
  return <Item clipped="roomy" href={`/koperasi/${data.cooperativeId}/rat/${id}`} title={name} {...shown} />;
}
