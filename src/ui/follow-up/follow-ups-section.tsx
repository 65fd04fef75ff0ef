/** Agreed actions that are still open: on Hari ini the officer's own, on a cooperative's page all of it. */
import { useMemo, useState } from 'preact/hooks';
import type { FollowUp } from '../../data/follow-ups.ts';
import type { Register } from '../../data/register.ts';
import { useApp } from '../app-context.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showDay } from '../kit/figures.ts';
import { Item, List } from '../kit/list.tsx';
import { useWords } from '../words/words.ts';
import { DoneDialog } from './done-dialog.tsx';
import { followUpWords } from './follow-up-words.ts';

const shownAtFirst = 5;

export interface OwnFollowUpsProps {
  followUps: readonly FollowUp[];
  register: Register;
  day: string;
}

export function OwnFollowUps({ followUps, register, day }: OwnFollowUpsProps) {
  const words = useWords(followUpWords);
  const { session } = useApp();
  const own = useMemo(() => followUps.filter(({ officerId }) => officerId === session.officer.id), [followUps, session.officer.id]);
  const nameOf = ({ cooperativeId }: FollowUp) => {
    const entry = register.byId.get(cooperativeId);
    return entry ? cooperativeTitle(entry.cooperative) : undefined;
  };
  return own.length === 0 ? null : <FollowUpsSection title={words.title} followUps={own} day={day} nameOf={nameOf} />;
}

export interface FollowUpsSectionProps {
  title: string;
  followUps: readonly FollowUp[];
  day: string;
  /** Of the cooperative, where that is not clear from the screen. */
  nameOf?: (followUp: FollowUp) => string | undefined;
}

export function FollowUpsSection({ title, followUps, day, nameOf }: FollowUpsSectionProps) {
  const words = useWords(followUpWords);
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<FollowUp>();
  const shown = all ? followUps : followUps.slice(0, shownAtFirst);
  return (
    <Section title={title} side={showCount(followUps.length)}>
      <List rows={shown} keyOf={({ visitId, text }) => `${visitId} ${text}`} label={title}>
        {(followUp) => (
          <Item
            title={followUp.text}
            detail={[nameOf?.(followUp), followUp.person && words.by(followUp.person), whenOf(followUp)].filter(Boolean).join(' · ')}
            side={<DueBadge followUp={followUp} day={day} />}
            onClick={() => setChosen(followUp)}
          />
        )}
      </List>
      {followUps.length > shown.length && (
        <p>
          <Button onClick={() => setAll(true)}>{words.all(showCount(followUps.length))}</Button>
        </p>
      )}
      <DoneDialog followUp={chosen} day={day} onClose={() => setChosen(undefined)} />
    </Section>
  );

  function whenOf({ dueOn, visitedOn }: FollowUp): string {
    return dueOn ? words.due(showDay(dueOn)) : words.agreed(showDay(visitedOn));
  }
}

function DueBadge({ followUp: { dueOn }, day }: { followUp: FollowUp; day: string }) {
  const words = useWords(followUpWords);
  if (dueOn === undefined || dueOn > day) return null;
  return dueOn < day ? <StatusBadge tone="bad">{words.overdue}</StatusBadge> : <StatusBadge tone="warn">{words.dueToday}</StatusBadge>;
}
