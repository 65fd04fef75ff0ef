/** What is on record about a meeting, as label and value. */
import type { Presence } from '../../domain/attendance.ts';
import { heldOnOf, ratDocuments } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { LinkButton } from '../kit/button.tsx';
import { DefinitionList, type Fact, Section } from '../kit/card.tsx';
import { showCount, showDay, showMoment, showWeekday } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { useRuleWords } from './rule-note.tsx';

export interface MeetingFactsProps {
  meeting: Row<'ratMeeting'>;
  registered: number;
  presence: Presence;
  changeHref: string | undefined;
}

export function MeetingFacts({ meeting, registered, presence, changeHref }: MeetingFactsProps) {
  const words = useWords(meetingWords);
  const general = useWords();
  const { data } = meeting;
  const { opening, holding } = data;
  const frozenRule = useRuleWords(opening?.quorumRule ?? { num: 1, den: 2, strict: true });
  const heldOn = heldOnOf(data) ?? opening?.heldOn;
  const present = holding?.present ?? presence.voters;
  const planned =
    data.plannedOn && [showWeekday(data.plannedOn), data.plannedTime && `${data.plannedTime} WITA`].filter(Boolean).join(', ');
  const ready = data.documents ?? [];
  const missing = ratDocuments.filter((document) => !ready.includes(document)).map((document) => words.documentNames[document]);
  const documents =
    data.source === 'officer' &&
    [
      words.documentsReady(showCount(ready.length), showCount(ratDocuments.length)),
      missing.length > 0 && words.documentsMissing(missing.join(', ')),
    ]
      .filter(Boolean)
      .join('. ');
  const facts: Fact[] = [
    [words.kind, words.kinds[data.kind].label],
    [words.bookYears, data.bookYears.join(', ')],
    [words.call, words.calls[data.callNumber]],
  ];
  if (heldOn) facts.push([words.heldOn, showWeekday(heldOn)]);
  else facts.push([words.plannedOn, planned]);
  facts.push([words.invitedOn, data.invitedOn && showDay(data.invitedOn)], [words.place, data.place]);
  facts.push([words.mode, words.modes[data.mode]], [words.system, words.systems[data.system].label]);
  facts.push([words.documentsSection, documents]);
  if (opening) {
    facts.push(
      [words.registeredVoters, showCount(registered)],
      [words.quorumRule, `${frozenRule} (${words.ruleSources[opening.quorumSource]})`],
      [words.openedAt, showMoment(opening.openedAt)],
      [words.present, words.presentParts(showCount(present), showCount(presence.male), showCount(presence.female))],
      [words.guests, showCount(presence.others)],
    );
  } else {
    facts.push([words.roster, registered > 0 ? words.members(showCount(registered)) : undefined]);
  }
  return (
    <Section
      title={words.onRecord}
      side={
        changeHref && (
          <LinkButton look="quiet" icon="pen" href={changeHref}>
            {general.edit}
          </LinkButton>
        )
      }
    >
      <DefinitionList facts={facts} />
    </Section>
  );
}
