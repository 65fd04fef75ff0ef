/** Writing the minutes of an open meeting: who is present, the parts, and what still stands before the signatures. */

import type { MinutesContent } from '../../domain/minutes.ts';
import { quorumOfMinutes } from '../../domain/minutes-check.ts';
import { cooperativeTitle } from '../cooperative-title.ts';
import { LinkButton } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { meetingHref, partHref } from '../meeting/meeting-links.ts';
import { QuorumMeter } from '../meeting/quorum-meter.tsx';
import { Shell } from '../shell.tsx';
import { useWords } from '../words/words.ts';
import { type MinutesStart, useMinutesForm } from './minutes-form.ts';
import { MinutesParts, useJumps } from './minutes-parts-form.tsx';
import { MinutesSteps } from './minutes-steps.tsx';
import { minutesWords } from './minutes-words.ts';
import { ProblemList, QuestionList } from './problem-list.tsx';
import { SaveFailure, SaveState } from './save-state.tsx';

export function MinutesEditor({ start }: { start: MinutesStart }) {
  const words = useWords(minutesWords);
  const form = useMinutesForm(start);
  const jumps = useJumps();
  const { cooperativeId, meetingId, cooperative } = form.sources;
  return (
    <Shell
      title={words.title}
      back={meetingHref(cooperativeId, meetingId)}
      actions={
        <>
          <SaveState saver={form.saver} />
          <LinkButton look="primary" icon="signature" href={partHref(cooperativeId, meetingId, 'tandatangan')}>
            {words.toSigning}
          </LinkButton>
        </>
      }
    >
      <MinutesSteps form={form} current="minutes" />
      <p class="muted">{cooperativeTitle(cooperative)}</p>
      <SaveFailure saver={form.saver} />
      <PresentNow content={form.content} href={partHref(cooperativeId, meetingId, 'hadir')} />
      <MinutesParts form={form} jumps={jumps} />
      <ProblemList form={form} onGo={jumps.go} />
      <QuestionList form={form} onGo={jumps.go} />
    </Shell>
  );
}

function PresentNow({ content, href }: { content: MinutesContent; href: string }) {
  const words = useWords(minutesWords);
  const { presence, registeredVoters, quorumRule, firstCallRule } = content;
  const quorum = quorumOfMinutes(content);
  const rule = 'warning' in quorum && firstCallRule ? firstCallRule : quorumRule;
  return (
    <Section
      title={words.presence}
      side={
        <LinkButton look="quiet" icon="meeting" href={href}>
          {words.toRollCall}
        </LinkButton>
      }
    >
      <QuorumMeter quorum={quorum} present={presence.voters} registered={registeredVoters} rule={rule} />
      <p class="small muted">{words.presenceDetail(showCount(presence.male), showCount(presence.female), showCount(presence.others))}</p>
    </Section>
  );
}
