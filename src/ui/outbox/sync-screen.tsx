/** Sinkron: what waits, what the office has, what it did not take and why; and a button that asks again. */
import { useState } from 'preact/hooks';
import type { OutboxFact } from '../../data/database.ts';
import { attentionOf, settledOf, unsentOf } from '../../data/outbox.ts';
import { readSetting } from '../../data/settings.ts';
import { takenInOf } from '../../data/taken-in.ts';
import { dayOf } from '../../domain/day.ts';
import { isOffice } from '../../domain/officer.ts';
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount, showRecent } from '../kit/figures.ts';
import { EmptyState, ErrorState, Loading } from '../kit/page-state.tsx';
import { LossNotice } from '../loss/loss-notice.tsx';
import { OutboxPhotos } from '../photos/outbox-photos.tsx';
import { CarriedSection } from '../rescue/carried-section.tsx';
import { HandInSection } from '../rescue/hand-in-section.tsx';
import { RescueSection } from '../rescue/rescue-section.tsx';
import { Shell } from '../shell.tsx';
import { UpdateNotice } from '../update-notice.tsx';
import { useLive } from '../use-live.ts';
import { useWords } from '../words/words.ts';
import { AttentionCard, isTrouble } from './attention-card.tsx';
import { ClockNotice } from './clock-notice.tsx';
import { ContactSection } from './contact-section.tsx';
import { type FactGroup, groupFacts, groupHref } from './fact-groups.ts';
import { FactList, useCooperatives, useNameOf } from './fact-list.tsx';
import { SamenessNotice } from './sameness-notice.tsx';
import { syncWords } from './sync-words.ts';
import { TabletSection } from './tablet-section.tsx';

/** Enough for some weeks of an officer; older ones are only counted. */
const takenInAtMost = 1000;
const groupsAtMost = 40;

export function SyncScreen() {
  const words = useWords(syncWords);
  const { db, session } = useApp();
  const sync = useLive(() => readSetting(db, 'sync'), [db]).value;
  const outbox = useLive(
    async () => ({
      unsent: await unsentOf(db),
      attention: await attentionOf(db),
      settled: await settledOf(db),
      takenIn: await takenInOf(db, takenInAtMost),
    }),
    [db],
  );
  return (
    <Shell title={words.title}>
      <div class="stack wide">
        <ContactSection sync={sync} />
        <LossNotice />
        <SamenessNotice unsent={outbox.value?.unsent.length} />
        <UpdateNotice />
        <ClockNotice />
        {outbox.error && <ErrorState onRetry={outbox.retry} />}
        {!outbox.value && !outbox.error && <Loading />}
        {outbox.value && (
          <>
            <Troubles title={words.attention} held={outbox.value.attention.filter(({ state }) => state !== 'waiting')} />
            <p>
              <LinkButton look="quiet" icon="warning" href="/perbedaan">
                {words.allDifferences}
              </LinkButton>
            </p>
            <OutboxPhotos />
            <Unsent held={outbox.value.unsent} />
            <Troubles title={words.waitingAtOffice} held={outbox.value.attention.filter(({ state }) => state === 'waiting')} />
            <Settled held={outbox.value.settled} />
            <Answered held={outbox.value.takenIn} />
          </>
        )}
        <RescueSection />
        <CarriedSection />
        {isOffice(session.officer.role) && <HandInSection />}
        <TabletSection />
      </div>
    </Shell>
  );
}

function Troubles({ title, held }: { title: string; held: readonly OutboxFact[] }) {
  if (held.length === 0) return null;
  return (
    <Section title={title} side={showCount(held.length)}>
      <TroubleCards held={held} />
    </Section>
  );
}

function TroubleCards({ held }: { held: readonly OutboxFact[] }) {
  const groups = groupFacts(held, ({ id }) => id);
  const cooperatives = useCooperatives(groups);
  const nameOf = useNameOf();
  return (
    <div class="stack">
      {groups.map((group) => {
        const first = group.facts[0] as OutboxFact;
        const kind = first.verdict?.kind;
        if (!isTrouble(kind)) return null;
        const cooperativeId = cooperatives.get(group.key);
        return (
          <AttentionCard
            key={group.key}
            held={first}
            kind={kind}
            cooperativeId={cooperativeId}
            cooperative={nameOf(cooperativeId)}
            href={groupHref(group, cooperativeId)}
          />
        );
      })}
    </div>
  );
}

/** Seen to, and folded away; nothing that an officer typed is ever out of reach. */
function Settled({ held }: { held: readonly OutboxFact[] }) {
  const words = useWords(syncWords);
  const [open, setOpen] = useState(false);
  if (held.length === 0) return null;
  return (
    <Section title={words.settled} side={showCount(held.length)}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.settledShow}</summary>
        {open && <TroubleCards held={held.slice(0, groupsAtMost)} />}
      </details>
    </Section>
  );
}

function Unsent({ held }: { held: readonly OutboxFact[] }) {
  const words = useWords(syncWords);
  const groups = groupFacts(held);
  const now = Date.now();
  const recorded = ({ firstAt, lastAt }: FactGroup) => {
    const [first, last] = [showRecent(firstAt, now), showRecent(lastAt, now)];
    return first === last ? words.recordedAt(first) : words.between(first, last);
  };
  return (
    <Section title={words.unsent} side={showCount(held.length)}>
      {groups.length === 0 ? (
        <EmptyState icon="office" title={words.allSent.title}>
          {words.allSent.body}
        </EmptyState>
      ) : (
        <FactList label={words.unsent} groups={groups} detail={recorded} />
      )}
    </Section>
  );
}

/** Newest first; what arrived on one day is told together. */
function Answered({ held }: { held: readonly OutboxFact[] }) {
  const words = useWords(syncWords);
  const groups = groupFacts(held, (one) => dayOf(one.sentAt ?? one.fact.at));
  const now = Date.now();
  if (groups.length === 0) return null;
  const shown = groups.slice(0, groupsAtMost);
  const left = groups.slice(groupsAtMost).reduce((sum, group) => sum + group.facts.length, 0);
  const received = ({ facts, lastAt }: FactGroup) => words.receivedAt(showRecent(facts[0]?.sentAt ?? lastAt, now));
  return (
    <Section title={words.answered} side={showCount(held.length)}>
      <FactList label={words.answered} groups={shown} detail={received} />
      {left > 0 && <p class="small muted">{words.more(showCount(left))}</p>}
    </Section>
  );
}
