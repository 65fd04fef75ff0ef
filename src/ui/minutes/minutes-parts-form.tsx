/** All parts of the minutes, one open at a time, with a way to jump to a place in any of them. */

import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useWords } from '../words/words.ts';
import { AgendaPart } from './agenda-part.tsx';
import { BudgetPart } from './budget-part.tsx';
import { DecisionsPart } from './decisions-part.tsx';
import { ElectionPart } from './election-part.tsx';
import { FiguresPart } from './figures-part.tsx';
import { MeetingPart } from './meeting-part.tsx';
import type { MinutesForm } from './minutes-form.ts';
import { MinutesPart } from './minutes-part.tsx';
import { goToPlace, type MinutesPartName, minutesParts, partOf } from './minutes-places.ts';
import { minutesWords } from './minutes-words.ts';
import { NotesPart } from './notes-part.tsx';
import { partStateOf } from './part-states.ts';
import { ShuPart } from './shu-part.tsx';

const parts = {
  meeting: MeetingPart,
  agenda: AgendaPart,
  decisions: DecisionsPart,
  figures: FiguresPart,
  shu: ShuPart,
  budget: BudgetPart,
  election: ElectionPart,
  notes: NotesPart,
} as const satisfies Record<MinutesPartName, (props: { form: MinutesForm }) => unknown>;

export interface Jumps {
  open: MinutesPartName | undefined;
  toggle: (part: MinutesPartName) => void;
  /** Opens the part that holds a place and goes there. */
  go: (field: string) => void;
}

/** `?isian=` in the address opens the form at that place: how other screens lead here. */
export function useJumps(): Jumps {
  const { query } = useLocation();
  const wanted = query.isian;
  const [open, setOpen] = useState<MinutesPartName | undefined>(wanted ? partOf(wanted) : 'meeting');
  const [target, setTarget] = useState<{ field: string } | undefined>(wanted ? { field: wanted } : undefined);
  useEffect(() => {
    if (target) goToPlace(target.field);
  }, [target]);
  return {
    open,
    toggle: (part) => setOpen(open === part ? undefined : part),
    go: (field) => {
      // The reason for an amendment stands below the parts, in none of them.
      if (field !== 'reason') setOpen(partOf(field));
      setTarget({ field });
    },
  };
}

export function MinutesParts({ form, jumps }: { form: MinutesForm; jumps: Jumps }) {
  const words = useWords(minutesWords);
  const [entered, setEntered] = useState<MinutesPartName>();
  // The part above folds at the same moment: without this the heading one tapped would slide out of sight.
  useLayoutEffect(() => {
    if (entered) document.getElementById(`bagian-${entered}`)?.scrollIntoView({ block: 'start' });
    setEntered(undefined);
  }, [entered]);
  const enter = (part: MinutesPartName) => {
    if (jumps.open !== part) setEntered(part);
    jumps.toggle(part);
  };
  return (
    <div class="minutes-parts">
      {minutesParts.map((part, place) => {
        const Fields = parts[part];
        const next = minutesParts[place + 1];
        return (
          <MinutesPart
            key={part}
            name={part}
            number={place + 1}
            state={partStateOf(part, form, words)}
            open={jumps.open === part}
            onToggle={() => enter(part)}
            next={next && { label: words.nextPart(words.parts[next]), go: () => enter(next) }}
          >
            <Fields form={form} />
          </MinutesPart>
        );
      })}
    </div>
  );
}
