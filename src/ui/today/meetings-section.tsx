/** Meetings of some days, each with its hour and place. */
import { meetingStateOf } from '../../domain/rat-meeting.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showShortDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { MeetingStateBadge } from '../meeting-state-badge.tsx';
import { showClock } from '../show-clock.ts';
import { useWords } from '../words/words.ts';
import type { MeetingAhead } from './agenda.ts';
import { todayWords } from './today-words.ts';

const shownAtMost = 8;

export interface MeetingsSectionProps {
  title: string;
  meetings: readonly MeetingAhead[];
  /** Written as the day of each meeting unless it is this one. */
  day: string;
}

export function MeetingsSection({ title, meetings, day }: MeetingsSectionProps) {
  const words = useWords(todayWords);
  if (meetings.length === 0) return null;
  const first = meetings.slice(0, shownAtMost);
  return (
    <Section title={title} side={showCount(meetings.length)}>
      <List rows={first} keyOf={({ row }) => row.id} label={title}>
        {({ row, entry, plannedOn }) => {
          const { data } = row;
          const state = meetingStateOf(data);
          const when = [plannedOn && plannedOn !== day ? showShortDay(plannedOn, day) : '', data.plannedTime && showClock(data.plannedTime)]
            .filter(Boolean)
            .join(' ');
          const detail = [when, data.place, words.bookYears(data.bookYears.join(', '))].filter(Boolean).join(' · ');
          return (
            <Item
              href={`/koperasi/${data.cooperativeId}/rat/${row.id}`}
              title={entry ? cooperativeTitle(entry.cooperative) : words.unknownCooperative}
              detail={detail}
              side={state !== 'planned' && <MeetingStateBadge state={state} />}
            />
          );
        }}
      </List>
      {meetings.length > first.length && (
        <p>
          <LinkButton href="/rat">{words.meetingsAll(showCount(meetings.length))}</LinkButton>
        </p>
      )}
    </Section>
  );
}
