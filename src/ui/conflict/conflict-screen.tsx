/** Everything about one cooperative that two officers wrote differently, to be decided field by field. */
import { conflictsOf } from '../../data/conflicts.ts';
import { readAll } from '../../data/rows.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { LinkButton } from '../kit/button.tsx';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { Shell } from '../shell.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { AttendanceCard } from './attendance-card.tsx';
import { conflictWords } from './conflict-words.ts';
import './conflict.css';
import { DecidedSection } from './decided-section.tsx';
import { DuplicateCard } from './duplicate-card.tsx';
import { RecordCard } from './record-card.tsx';

export function ConflictScreen({ cooperativeId = '' }: { cooperativeId?: string }) {
  const words = useWords(conflictWords);
  const { db, session } = useApp();
  const { value, error, retry } = useLive(() => conflictsOf(db, cooperativeId), [db, cooperativeId]);
  const officers = useLive(async () => new Map((await readAll(db, 'officer')).map(({ id, data }) => [id, data.name])), [db]).value;
  const nameOf = (id: string) => (id === session.officer.id ? words.you : (officers?.get(id) ?? words.otherOfficer));
  const back = `/koperasi/${cooperativeId}`;
  if (!value) {
    return (
      <Shell title={words.title} back={back}>
        {error ? <ErrorState onRetry={retry} /> : value === undefined && <Loading />}
        {value === null && (
          <EmptyState icon="search" title={words.missing}>
            {words.missingBody}
          </EmptyState>
        )}
      </Shell>
    );
  }
  const { cooperative, fields, attendance, duplicates, decided, meetings } = value;
  const isSealed = (meetingId: string) => meetings.some(({ id, data }) => id === meetingId && data.holding !== undefined);
  const isEmpty = fields.length === 0 && attendance.length === 0 && duplicates.length === 0;
  return (
    <Shell title={words.title} back={back}>
      <p class="lede">{cooperativeTitle(cooperative.data)}</p>
      <div class="stack wide">
        {isEmpty ? (
          <EmptyState icon="check" title={words.none} action={<LinkButton href="/perbedaan">{words.list.title}</LinkButton>}>
            {words.noneBody}
          </EmptyState>
        ) : (
          <p>{words.intro}</p>
        )}
        {duplicates.map((duplicate) => (
          <DuplicateCard key={duplicate.bookYear} duplicate={duplicate} cooperativeId={cooperativeId} nameOf={nameOf} />
        ))}
        {fields.map((row) => (
          <RecordCard key={`${row.noun} ${row.id}`} row={row} cooperativeId={cooperativeId} nameOf={nameOf} />
        ))}
        {attendance.map(({ row, dispute }) => (
          <AttendanceCard
            key={row.id}
            row={row}
            dispute={dispute}
            cooperativeId={cooperativeId}
            sealed={isSealed(row.data.meetingId)}
            nameOf={nameOf}
          />
        ))}
        <DecidedSection rows={decided} nameOf={nameOf} />
      </div>
    </Shell>
  );
}
