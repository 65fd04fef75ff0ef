/** A cooperative's RATs, book year by book year, and the streak of missed ones. */
import { useState } from 'preact/hooks';
import type { DerivedStatus } from '../../data/register.ts';
import { dayOf } from '../../domain/day.ts';
import { heldOnOf, meetingStateOf, type RatMeeting } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { fieldValue } from '../field-words.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { MeetingStateBadge } from '../meeting-state-badge.tsx';
import { RatBadge } from '../standing-badge.tsx';
import { useWords } from '../words/words.ts';
import { type CooperativeWords, cooperativeWords } from './cooperative-words.ts';
import type { HistoryYear } from './rat-history.ts';

export interface HistorySectionProps {
  cooperativeId: string;
  years: readonly HistoryYear[];
  missed: DerivedStatus['missed'] | undefined;
  /** Extraordinary meetings and the like. */
  others: readonly Row<'ratMeeting'>[];
}

const yearsAtFirst = 8;

export function HistorySection({ cooperativeId, years, missed, others }: HistorySectionProps) {
  const words = useWords(cooperativeWords);
  const [all, setAll] = useState(false);
  const shown = all ? years : years.slice(0, yearsAtFirst);
  const hrefOf = (meeting: Row<'ratMeeting'> | undefined) => (meeting ? { href: `/koperasi/${cooperativeId}/rat/${meeting.id}` } : {});
  return (
    <Section title={words.history}>
      <div class="stack tight">
        {missed && <Streak missed={missed} />}
        <List rows={shown} keyOf={({ bookYear }) => String(bookYear)} label={words.history}>
          {({ bookYear, status, meetings }) => (
            <Item
              title={words.ratOf(String(bookYear))}
              detail={meetings.length > 0 ? meetings.map(({ data }) => meetingLine(data, words)).join('; ') : words.noMeeting}
              side={<RatBadge status={status.status} />}
              {...hrefOf(meetings.find(({ id }) => id === status.meetingId) ?? meetings.at(-1))}
            />
          )}
        </List>
        {years.length > shown.length && (
          <p>
            <Button onClick={() => setAll(true)}>{words.more(showCount(years.length - shown.length))}</Button>
          </p>
        )}
        {others.length > 0 && (
          <List rows={others} keyOf={({ id }) => id} label={words.otherMeetings}>
            {(meeting) => (
              <Item
                title={fieldValue('kind', meeting.data.kind)}
                detail={meetingLine(meeting.data, words)}
                side={<MeetingStateBadge state={meetingStateOf(meeting.data)} />}
                {...hrefOf(meeting)}
              />
            )}
          </List>
        )}
      </div>
    </Section>
  );
}

function Streak({ missed }: { missed: DerivedStatus['missed'] }) {
  const words = useWords(cooperativeWords);
  if (missed.count === 0) return <p class="muted">{words.missedNone}</p>;
  const title = words.missed(showCount(missed.count), missed.years.join(', '));
  return (
    <Banner tone={missed.count > 1 ? 'bad' : 'warn'} title={title}>
      {missed.needsVerification && words.needsVerification}
    </Banner>
  );
}

function meetingLine(meeting: RatMeeting, words: CooperativeWords): string {
  const held = heldOnOf(meeting);
  if (held) {
    const line = words.meetingOn(showDay(held), fieldValue('callNumber', meeting.callNumber));
    return meeting.source === 'register' ? `${line} (${words.fromRegister})` : line;
  }
  if (meeting.adjournment) return words.meetingAdjourned(showDay(dayOf(meeting.adjournment.adjournedAt)));
  if (meetingStateOf(meeting) === 'cancelled') return words.meetingCancelled;
  return meeting.plannedOn ? words.meetingPlanned(showDay(meeting.plannedOn)) : words.meetingUndated;
}
