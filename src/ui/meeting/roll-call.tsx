/** The list of members to be marked: one tap a member, found by number or by a part of the name. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { AttendanceList } from '../../data/attendance.ts';
import { type attendanceModes, isMarkedTwice, isPresent, knownVoidsOf } from '../../domain/attendance.ts';
import type { RosterMember } from '../../domain/roster.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { showCount } from '../kit/figures.ts';
import { EmptyState } from '../kit/page-state.tsx';
import { SearchField } from '../kit/text-field.tsx';
import { scanWords } from '../scan/scan-words.ts';
import { useWords } from '../words/words.ts';
import { JumpDialog } from './jump-dialog.tsx';
import { MarkDialog } from './mark-dialog.tsx';
import { meetingWords } from './meeting-words.ts';
import { jumpsOf, type RollOrder, rollEntriesOf, searchRoll } from './roll-entries.ts';
import { RollList, rollRowHeight } from './roll-list.tsx';
import { ScanDialog } from './scan-dialog.tsx';
import type { Marking } from './use-marking.ts';

type Mode = (typeof attendanceModes)[number];
type Filter = 'all' | 'present' | 'absent' | 'twice';

export interface RollCallProps {
  /** Count and quorum, which stay in sight above the search. */
  meter: ComponentChildren;
  cooperativeId: string;
  members: readonly RosterMember[];
  list: AttendanceList;
  live: ReadonlySignal<AttendanceList>;
  marking: Marking;
  closed: boolean;
  markedTwice: number;
  defaultMode: Mode;
}

/** Fewer rows than this are quicker scrolled than jumped over. */
const worthJumping = 40;

export function RollCall({ meter, cooperativeId, members, list, live, marking, closed, markedTwice, defaultMode }: RollCallProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const scan = useWords(scanWords);
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<RollOrder>('name');
  const [filter, setFilter] = useState<Filter>('all');
  const [mode, setMode] = useState<Mode>(defaultMode);
  const [dialog, setDialog] = useState<'jump' | 'mode' | 'scan'>();
  const [looking, setLooking] = useState<string>();
  const head = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);

  const entries = useMemo(() => rollEntriesOf(members, order), [members, order]);
  const found = useMemo(() => searchRoll(entries, query), [entries, query]);
  const shown = useMemo(() => {
    if (filter === 'all') return found;
    return found.filter(({ member }) => {
      const attendance = list.get(member.memberKey);
      if (filter === 'twice') return attendance !== undefined && isMarkedTwice(attendance);
      return (attendance !== undefined && isPresent(attendance)) === (filter === 'present');
    });
  }, [found, filter, filter === 'all' ? undefined : list]);

  const tap = useLatest((member: RosterMember) => {
    const attendance = list.get(member.memberKey);
    if (closed || (attendance && isPresent(attendance))) {
      setLooking(member.memberKey);
      return undefined;
    }
    const { memberKey, memberNumber, name, sex } = member;
    return marking.mark({
      memberKey,
      name,
      role: 'voter',
      mode,
      ...knownVoidsOf(attendance),
      ...(memberNumber === undefined ? {} : { memberNumber }),
      ...(sex ? { sex } : {}),
    });
  });

  const jump = (place: number) => {
    setDialog(undefined);
    const top = (rows.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    const covered = (head.current?.getBoundingClientRect().bottom ?? 0) || 0;
    window.scrollTo({ top: top + place * rollRowHeight - covered });
  };

  const lookedAt = looking === undefined ? undefined : members.find((member) => member.memberKey === looking);
  return (
    <>
      <div class="roll-head" ref={head}>
        {meter}
        <div class="roll-find">
          <SearchField label={words.rollSearch} value={query} onValue={setQuery} />
          {!closed && <Button icon="camera" label={scan.open} onClick={() => setDialog('scan')} />}
          {entries.length >= worthJumping && (
            <Button label={words.jump} onClick={() => setDialog('jump')}>
              {order === 'name' ? 'A–Z' : '1–9'}
            </Button>
          )}
        </div>
        {marking.failed.map((failure) => (
          <Banner
            key={failure.memberKey}
            tone="bad"
            urgent
            title={words.markFailed(failure.name)}
            actions={
              <>
                <Button icon="sync" onClick={failure.again}>
                  {general.tryAgain}
                </Button>
                <Button look="quiet" onClick={() => marking.dismiss(failure.memberKey)}>
                  {general.close}
                </Button>
              </>
            }
          >
            {failure.problem}
          </Banner>
        ))}
      </div>
      <div class="roll-choices">
        <ChoiceList<Filter>
          label={words.rollFilter}
          segments
          value={filter}
          onValue={setFilter}
          choices={[
            { value: 'all', label: words.rollFilters.all },
            { value: 'absent', label: words.rollFilters.absent },
            { value: 'present', label: words.rollFilters.present },
            ...(markedTwice > 0 ? [{ value: 'twice' as const, label: words.rollFilters.twice(showCount(markedTwice)) }] : []),
          ]}
        />
        {!closed && (
          <Button icon="user" label={words.markAs(words.ways[mode])} onClick={() => setDialog('mode')}>
            {words.ways[mode]}
          </Button>
        )}
      </div>
      {mode !== defaultMode && !closed && <p class="note">{words.markAsNote(words.ways[mode].toLowerCase())}</p>}
      {shown.length === 0 ? (
        <EmptyState icon="search" title={query.trim() ? words.nobodyFound : words.rollEmpty[filter]}>
          {query.trim() ? words.nobodyFoundBody : undefined}
        </EmptyState>
      ) : (
        <div class="ruled" ref={rows}>
          <RollList rows={shown} live={live} failed={marking.failed} closed={closed} onTap={tap} />
        </div>
      )}
      <MarkDialog
        name={lookedAt?.name ?? ''}
        attendance={looking === undefined ? undefined : list.get(looking)}
        member={lookedAt}
        open={looking !== undefined}
        closed={closed}
        marking={marking}
        onClose={() => setLooking(undefined)}
      />
      <ScanDialog
        open={dialog === 'scan'}
        onClose={() => setDialog(undefined)}
        cooperativeId={cooperativeId}
        members={members}
        list={list}
        marking={marking}
        mode={mode}
        meter={meter}
      />
      <JumpDialog
        open={dialog === 'jump'}
        jumps={dialog === 'jump' ? jumpsOf(shown.length > 0 ? [...shown] : [], order) : []}
        order={order}
        onOrder={setOrder}
        onJump={jump}
        onClose={() => setDialog(undefined)}
      />
      <Dialog open={dialog === 'mode'} onClose={() => setDialog(undefined)} title={words.wayTitle}>
        <ChoiceList<Mode>
          label={words.wayLabel}
          value={mode}
          onValue={(chosen) => {
            setMode(chosen);
            setDialog(undefined);
          }}
          choices={(['inPerson', 'online', 'delegate'] as const).map((value) => ({
            value,
            label: words.ways[value],
            hint: words.wayHints[value],
          }))}
        />
      </Dialog>
    </>
  );
}

/** One function for every drawing, which calls the newest one: what is handed it need not be drawn again. */
function useLatest<Args extends unknown[], Answer>(act: (...args: Args) => Answer): (...args: Args) => Answer {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: Args) => latest.current(...args), []);
}
