/** What has been decided about a cooperative's records, newest first, with every value that was not used. */
import type { DisputableNoun } from '../../domain/conflict-rules.ts';
import type { Row } from '../../domain/world.ts';
import { fieldName, fieldValue, lastPart } from '../field-words.ts';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';
import { recordName } from './record-names.ts';
import { momentWords } from './written-by.ts';

export interface DecidedSectionProps {
  rows: readonly Row<DisputableNoun>[];
  nameOf: (officerId: string) => string;
}

export function DecidedSection({ rows, nameOf }: DecidedSectionProps) {
  const words = useWords(conflictWords);
  const all = rows
    .flatMap((row) => (row.data.resolutions ?? []).map((resolution) => ({ row, resolution })))
    .sort((one, other) => other.resolution.at - one.resolution.at);
  if (all.length === 0) return null;
  return (
    <Section title={words.decided} side={showCount(all.length)}>
      <ul class="happenings">
        {all.map(({ row, resolution }) => {
          const field = lastPart(resolution.field);
          const unused = resolution.conflicts.flatMap(({ shown, shownBy, other, otherBy }) => [
            { value: shown, by: shownBy },
            { value: other, by: otherBy },
          ]);
          return (
            <li key={`${resolution.factId} ${resolution.field}`}>
              <b>
                {recordName(row, words)} · {fieldName(field)}
              </b>
              <br />
              {words.decidedAs(fieldValue(field, resolution.value))}
              {unused
                .filter(({ value }) => fieldValue(field, value) !== fieldValue(field, resolution.value))
                .map(({ value, by }) => (
                  <div class="muted" key={`${by} ${fieldValue(field, value)}`}>
                    {words.decidedOver(fieldValue(field, value), by === undefined ? words.otherOfficer : nameOf(by))}
                  </div>
                ))}
              {resolution.note && <div>{words.decidedNote(resolution.note)}</div>}
              <div class="small muted">{words.written(nameOf(resolution.officerId), momentWords(resolution, words))}</div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
