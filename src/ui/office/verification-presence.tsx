/** Presence as the attendance counts it, beside what the minutes say, against the voters registered and the quorum's rule. */
import type { Presence } from '../../domain/attendance.ts';
import { quorumOfMinutes } from '../../domain/minutes-check.ts';
import { type Quorum, quorumOf } from '../../domain/quorum.ts';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { FigureTable } from '../kit/table.tsx';
import { QuorumMeter } from '../meeting/quorum-meter.tsx';
import type { MinutesSources } from '../minutes/minutes-sources.ts';
import { useWords } from '../words/words.ts';
import { verificationWords } from './verification-words.ts';

export function PresenceCheck({ sources, list }: { sources: MinutesSources; list: Presence }) {
  const words = useWords(verificationWords);
  const { minutes, meeting } = sources;
  const rule = minutes?.quorumRule ?? meeting.opening?.quorumRule;
  const quorum = recordedQuorum(sources, list);
  const row = (label: string, key: Exclude<keyof Presence, 'markedTwice'>, total = false) => ({
    label,
    values: [showCount(list[key]), minutes && showCount(minutes.presence[key])],
    total,
  });
  return (
    <Section title={words.presence}>
      {quorum && rule && (
        <div class="stack tight">
          <QuorumMeter
            quorum={quorum}
            present={minutes?.presence.voters ?? list.voters}
            registered={minutes?.registeredVoters ?? meeting.opening?.registeredVoters ?? 0}
            rule={rule}
          />
          <p class="small muted">{words.quorumRow[quorum.row]}</p>
        </div>
      )}
      <FigureTable
        caption={words.presenceTable}
        columns={[words.fromList, words.fromMinutes]}
        rows={[
          row(words.modes.inPerson, 'inPerson'),
          row(words.modes.online, 'online'),
          row(words.modes.delegate, 'delegate'),
          row(words.voters, 'voters', true),
          row(words.male, 'male'),
          row(words.female, 'female'),
          row(words.others, 'others'),
        ]}
      />
    </Section>
  );
}

/** By what the sealed minutes froze; without minutes, by what the opening froze. */
function recordedQuorum({ minutes, meeting }: MinutesSources, list: Presence): Quorum | undefined {
  if (minutes) return quorumOfMinutes(minutes);
  const { opening, callNumber } = meeting;
  if (!opening) return undefined;
  const { registeredVoters, quorumRule } = opening;
  return quorumOf({ registeredVoters, present: list.voters, callNumber, firstCallNotReached: false, rule: quorumRule });
}
