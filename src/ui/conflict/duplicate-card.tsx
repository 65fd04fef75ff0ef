/** A book year that two meetings claim (I2): both side by side, and how the office decides. */
import type { DuplicateRat } from '../../domain/duplicate-rat.ts';
import { isOffice } from '../../domain/officer.ts';
import { heldOnOf, meetingStateOf } from '../../domain/rat-meeting.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { LinkButton } from '../kit/button.tsx';
import { Card, DefinitionList, type Fact } from '../kit/card.tsx';
import { showCount, showDay, showMoment } from '../kit/figures.ts';
import { MeetingStateBadge } from '../meeting-state-badge.tsx';
import { useWords } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';

export interface DuplicateCardProps {
  duplicate: DuplicateRat;
  cooperativeId: string;
  nameOf: (officerId: string) => string;
}

export function DuplicateCard({ duplicate: { bookYear, meetings }, cooperativeId, nameOf }: DuplicateCardProps) {
  const words = useWords(conflictWords);
  const decides = isOffice(useApp().session.officer.role);
  return (
    <Card title={words.duplicate(String(bookYear))}>
      <div class="stack">
        <p>{decides ? words.duplicateBody : words.duplicateOfficer}</p>
        <div class="pair">
          {meetings.map((meeting, place) => (
            <div class="stack tight" key={meeting.id}>
              <h4>{words.rat(showCount(place + 1))}</h4>
              <DefinitionList facts={factsOf(meeting)} />
              <div class="row">
                <LinkButton href={`/koperasi/${cooperativeId}/rat/${meeting.id}`}>{words.openMeeting}</LinkButton>
                {decides && meetingStateOf(meeting.data) === 'waitingForVerification' && (
                  <LinkButton look="primary" href={`/kantor/verifikasi/${cooperativeId}/${meeting.id}`}>
                    {words.verify}
                  </LinkButton>
                )}
              </div>
            </div>
          ))}
        </div>
      </div>
    </Card>
  );

  function factsOf({ data }: Row<'ratMeeting'>): Fact[] {
    const heldOn = heldOnOf(data);
    const { holding, opening } = data;
    const registered = holding?.registeredVoters ?? opening?.registeredVoters;
    return [
      [words.state, <MeetingStateBadge key="state" state={meetingStateOf(data)} />],
      heldOn ? [words.heldOn, showDay(heldOn)] : [words.plannedOn, data.plannedOn && showDay(data.plannedOn)],
      [words.place, data.place],
      ...(holding && registered !== undefined
        ? [[words.presentCount, words.presentOf(showCount(holding.present), showCount(registered))] as const]
        : []),
      [
        words.recordedBy,
        data.source === 'register' ? words.fromRegister : words.written(nameOf(data.recordedBy), showMoment(data.recordedAt)),
      ],
    ];
  }
}
