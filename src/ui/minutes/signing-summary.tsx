/** What will be sealed, to be read before signing: who was there, whether it was a quorum, what was decided and ratified. */
import type { ComponentChildren } from 'preact';
import { formatTime } from '../../domain/day.ts';
import type { MinutesContent } from '../../domain/minutes.ts';
import { quorumOfMinutes } from '../../domain/minutes-check.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { DefinitionList, type Fact, Section } from '../kit/card.tsx';
import { showCount, showDay, showRupiah, showWeekday } from '../kit/figures.ts';
import { FigureTable } from '../kit/table.tsx';
import { useRuleWords } from '../meeting/rule-note.tsx';
import { language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { type FigureField, isCount, shownFigures } from './figures-beside.ts';
import { type MinutesWords, minutesWords } from './minutes-words.ts';

export function SigningSummary({ content, side }: { content: MinutesContent; side?: ComponentChildren }) {
  const words = useWords(minutesWords);
  return (
    <Section title={words.summary} side={side}>
      <DefinitionList facts={meetingFacts(content, words, useQuorumWords(content))} />
      <h3 class="minutes-subhead">{words.parts.decisions}</h3>
      <Decisions content={content} />
      <Ratified content={content} />
      <Shares content={content} />
      <DefinitionList facts={outcomeFacts(content, words)} />
    </Section>
  );
}

function meetingFacts(content: MinutesContent, words: MinutesWords, quorum: string): Fact[] {
  const { presence } = content;
  const time = (at: number) => formatTime(at, language.value);
  return [
    [words.bookYears, content.bookYears.join(', ')],
    [words.held, `${showWeekday(content.heldOn)}, ${words.hours(time(content.startedAt), time(content.endedAt))}`],
    [words.place, content.place],
    [words.chairName, content.chairName],
    [words.secretaryName, content.secretaryName],
    [words.call, words.calls[content.callNumber]],
    [
      words.present,
      <>
        {words.presentOf(showCount(presence.voters), showCount(content.registeredVoters))}
        <br />
        <span class="small">{words.presenceDetail(showCount(presence.male), showCount(presence.female), showCount(presence.others))}</span>
        <br />
        <span class="small">{words.byMode(showCount(presence.inPerson), showCount(presence.online), showCount(presence.delegate))}</span>
      </>,
    ],
    [words.quorum, quorum],
  ];
}

function useQuorumWords(content: MinutesContent): string {
  const words = useWords(minutesWords);
  const quorum = quorumOfMinutes(content);
  const rule = useRuleWords('warning' in quorum && content.firstCallRule ? content.firstCallRule : content.quorumRule);
  if (!('needed' in quorum)) return words.quorumUnknown;
  return (quorum.kind === 'reached' ? words.quorumReached : words.quorumFailed)(rule, showCount(quorum.needed));
}

function Decisions({ content }: { content: MinutesContent }) {
  const words = useWords(minutesWords);
  if (content.decisions.length === 0) return <p class="muted">{words.noDecisions}</p>;
  return (
    <ol class="minutes-decided">
      {content.decisions.map(({ agendaKey, text, method, yes = 0, no = 0, abstain = 0, adopted }, place) => (
        // Decisions of one content never change their order.
        <li key={`${place} ${text}`}>
          <span>{text}</span>
          <span class="small muted">
            {words.agenda[agendaKey]} · {words[method]}
            {method === 'vote' && `: ${words.yes} ${showCount(yes)}, ${words.no} ${showCount(no)}, ${words.abstain} ${showCount(abstain)}`}
          </span>
          <StatusBadge tone={adopted ? 'good' : 'bad'} icon={adopted ? 'check' : 'cross'}>
            {adopted ? words.adopted : words.rejected}
          </StatusBadge>
        </li>
      ))}
    </ol>
  );
}

function Ratified({ content }: { content: MinutesContent }) {
  const words = useWords(minutesWords);
  if (content.ratified.length === 0) return null;
  const given = shownFigures(content.ratified.map(({ figures }) => figures));
  const show = (field: FigureField, figure: number | undefined) =>
    figure === undefined ? undefined : (isCount(field) ? showCount : showRupiah)(figure);
  return (
    <FigureTable
      caption={words.parts.figures}
      columns={content.ratified.map(({ bookYear }) => String(bookYear))}
      rows={given.map((field) => ({
        label: words.figureFields[field],
        values: content.ratified.map(({ figures }) => show(field, figures[field])),
        total: field === 'shu',
      }))}
    />
  );
}

function Shares({ content: { shuAllocation = [] } }: { content: MinutesContent }) {
  const words = useWords(minutesWords);
  if (shuAllocation.length === 0) return null;
  const total = shuAllocation.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <FigureTable
      caption={words.shares}
      columns={[words.amount]}
      rows={[
        ...shuAllocation.map(({ purpose, amount }) => ({ label: words.purposes[purpose] ?? purpose, values: [showRupiah(amount)] })),
        { label: words.sharedSum, values: [showRupiah(total)], total: true },
      ]}
    />
  );
}

function outcomeFacts(content: MinutesContent, words: MinutesWords): Fact[] {
  const { plannedRevenue, plannedExpense, elected = [], officeGuests } = content;
  const facts: Fact[] = [];
  const lines = (texts: readonly string[]) =>
    texts.map((text) => (
      <span class="minutes-line" key={text}>
        {text}
      </span>
    ));
  if (plannedRevenue !== undefined || plannedExpense !== undefined) {
    facts.push([words.budget, words.budgetOf(showRupiah(plannedRevenue), showRupiah(plannedExpense))]);
  }
  if (elected.length > 0) {
    const term = (day: string | undefined) => (day ? showDay(day) : '…');
    facts.push([
      words.elected,
      lines(
        elected.map(({ personName, role, fromOn, toOn }) => `${words.boardRoles[role]}: ${personName}, ${term(fromOn)} – ${term(toOn)}`),
      ),
    ]);
  }
  if (officeGuests) facts.push([words.officeGuests, lines(officeGuests.split('\n'))]);
  return facts;
}
