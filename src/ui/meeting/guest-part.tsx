/** Guests and observers: they attend without a vote, so they stand in a list of their own and outside the quorum. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AttendanceList } from '../../data/attendance.ts';
import { readDraft } from '../../data/drafts.ts';
import { newId } from '../../data/id.ts';
import { type Attendance, isPresent, standingMarksOf } from '../../domain/attendance.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { ChoiceList } from '../kit/choice-list.tsx';
import { showCount, showRecent } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { EmptyState } from '../kit/page-state.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useSavedAsTyped } from '../saved-as-typed.ts';
import { useWords } from '../words/words.ts';
import { MarkDialog } from './mark-dialog.tsx';
import { meetingWords } from './meeting-words.ts';
import type { Marking } from './use-marking.ts';

export interface GuestPartProps {
  meter: ComponentChildren;
  meeting: Row<'ratMeeting'>;
  list: AttendanceList;
  marking: Marking;
  closed: boolean;
}

interface Guest {
  name: string;
  institution: string;
  position: string;
  role: 'guest' | 'observer';
}
const nobody: Guest = { name: '', institution: '', position: '', role: 'guest' };

export function GuestPart({ meter, meeting, list, marking, closed }: GuestPartProps) {
  const words = useWords(meetingWords);
  const [looking, setLooking] = useState<string>();
  const guests = [...list.values()]
    .filter((attendance) => attendance.role !== 'voter')
    .sort((one, other) => (one.arrivedAt < other.arrivedAt ? 1 : -1));
  const here = guests.filter(isPresent);
  const gone = guests.filter((guest) => !isPresent(guest));
  const lookedAt = looking === undefined ? undefined : list.get(looking);
  return (
    <>
      <div class="roll-head">{meter}</div>
      <p class="small muted">{words.guestsBody}</p>
      {!closed && <GuestForm meeting={meeting} marking={marking} />}
      <Section title={words.guestsHere} side={showCount(here.length)}>
        {here.length === 0 ? <EmptyState icon="user" title={words.guestsNone} /> : guestList(here)}
      </Section>
      {gone.length > 0 && <Section title={words.guestsVoided}>{guestList(gone)}</Section>}
      <MarkDialog
        name={lookedAt?.name ?? ''}
        member={undefined}
        attendance={lookedAt}
        open={looking !== undefined}
        closed={closed}
        marking={marking}
        onClose={() => setLooking(undefined)}
      />
    </>
  );

  function guestList(rows: readonly Attendance[]) {
    return (
      <List rows={rows} keyOf={(guest) => guest.memberKey} label={words.guestsHere}>
        {(guest) => (
          <Item
            title={guest.name}
            detail={[words.guestRoles[guest.role === 'observer' ? 'observer' : 'guest'].label, guest.position, guest.institution]
              .filter(Boolean)
              .join(' · ')}
            side={
              isPresent(guest) ? (
                <span class="figure">{showRecent(standingMarksOf(guest)[0]?.at ?? guest.arrivedAt, Date.now())}</span>
              ) : (
                <span class="muted">{words.voided}</span>
              )
            }
            onClick={() => setLooking(guest.memberKey)}
          />
        )}
      </List>
    );
  }
}

function GuestForm({ meeting, marking }: Pick<GuestPartProps, 'meeting' | 'marking'>) {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const [guest, setGuest] = useState(nobody);
  const [memberKey, setMemberKey] = useState(() => newId());
  const [busy, setBusy] = useState(false);
  const key = `guest:${meeting.id}`;
  const saver = useSavedAsTyped(db, { key, kind: 'roster', cooperativeId: meeting.data.cooperativeId });
  useEffect(() => {
    void readDraft(db, key).then(
      (draft) => draft && setGuest({ ...nobody, ...(draft.content as Partial<Guest>) }),
      () => undefined,
    );
  }, [db, key]);

  const change = (part: Partial<Guest>) => {
    const next = { ...guest, ...part };
    setGuest(next);
    saver.type(next);
  };

  const add = async () => {
    const name = guest.name.trim();
    if (name === '' || busy) return;
    setBusy(true);
    const institution = guest.institution.trim();
    const position = guest.position.trim();
    const kept = await marking.mark({
      memberKey,
      name,
      role: guest.role,
      mode: 'inPerson',
      ...(institution ? { institution } : {}),
      ...(position ? { position } : {}),
    });
    setBusy(false);
    if (!kept) return;
    // Several guests of one office come together: where they come from stays.
    const next = { ...nobody, role: guest.role, institution: guest.institution };
    setGuest(next);
    setMemberKey(newId());
    saver.rest();
    await db.draft.delete(key).catch(() => undefined);
  };

  const failure = marking.failed.find((entry) => entry.memberKey === memberKey);
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <ChoiceList
        label={words.guestRole}
        segments
        value={guest.role}
        onValue={(role) => change({ role })}
        choices={(['guest', 'observer'] as const).map((value) => ({ value, label: words.guestRoles[value].label }))}
      />
      <div class="stack" key={memberKey}>
        <TextField label={words.guestName} maxLength={200} value={guest.name} onValue={(name) => change({ name })} />
        <div class="pair">
          <TextField
            label={words.institution}
            optional
            maxLength={200}
            value={guest.institution}
            onValue={(institution) => change({ institution })}
          />
          <TextField label={words.position} optional maxLength={200} value={guest.position} onValue={(position) => change({ position })} />
        </div>
      </div>
      {failure && (
        <Banner tone="bad" urgent title={words.markFailed(failure.name)}>
          {failure.problem}
        </Banner>
      )}
      <div class="actions">
        <Button look="primary" icon="plus" type="submit" busy={busy} disabled={guest.name.trim() === ''}>
          {words.addGuest}
        </Button>
      </div>
    </form>
  );
}
