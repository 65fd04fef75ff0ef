/** What two officers said differently about a cooperative, and book years that two RATs claim. */
import type { DuplicateRat } from '../../domain/duplicate-rat.ts';
import type { Row } from '../../domain/world.ts';
import { fieldName, fieldValue, lastPart } from '../field-words.ts';
import { Banner } from '../kit/banner.tsx';
import { LinkButton } from '../kit/button.tsx';
import { showCount, showDay, showMoment } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { cooperativeWords } from './cooperative-words.ts';
import type { OpenConflict } from './open-conflicts.ts';

export interface ConflictsNoticeProps {
  cooperativeId: string;
  conflicts: readonly OpenConflict[];
  officers: ReadonlyMap<string, string>;
}

export function ConflictsNotice({ cooperativeId, conflicts, officers }: ConflictsNoticeProps) {
  const words = useWords(cooperativeWords).conflicts;
  if (conflicts.length === 0) return null;
  const who = (id: string | undefined) => (id !== undefined && officers.get(id)) || words.unknownOfficer;
  return (
    <Banner
      tone="warn"
      title={words.title(showCount(conflicts.length))}
      actions={<LinkButton href={`/koperasi/${cooperativeId}/perbedaan`}>{words.act}</LinkButton>}
    >
      <p>{words.body}</p>
      <ul class="conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <b>{conflictName(conflict.field)}</b>
            <br />
            {words.shown(fieldValue(lastPart(conflict.field), conflict.shown), who(conflict.shownBy))}
            <br />
            {words.other(fieldValue(lastPart(conflict.field), conflict.other), who(conflict.otherBy), showMoment(conflict.at))}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const conflictName = (field: string): string => fieldName(lastPart(field));

export function DuplicatesNotice({ duplicates, cooperativeId }: { duplicates: readonly DuplicateRat[]; cooperativeId: string }) {
  const words = useWords(cooperativeWords);
  return (
    <>
      {duplicates.map(({ bookYear, meetings }) => (
        <Banner
          key={bookYear}
          tone="bad"
          title={words.duplicate.title(String(bookYear))}
          actions={
            <span class="row">
              {meetings.map((meeting) => (
                <LinkButton key={meeting.id} href={`/koperasi/${cooperativeId}/rat/${meeting.id}`}>
                  {dayWords(meeting)}
                </LinkButton>
              ))}
            </span>
          }
        >
          {words.duplicate.body}
        </Banner>
      ))}
    </>
  );
}

function dayWords({ data }: Row<'ratMeeting'>): string {
  const day = data.holding?.heldOn ?? data.heldOn ?? data.plannedOn;
  return day ? `RAT ${showDay(day)}` : 'RAT';
}
