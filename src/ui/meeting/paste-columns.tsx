/** Which column of a pasted list is what: guessed, and corrected by hand where the guess is wrong. */
import { type RosterColumn, rosterColumns } from '../../domain/roster-columns.ts';
import type { PastedRoster } from '../../domain/roster-paste.ts';
import { Select } from '../kit/choice-list.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';

export function PasteColumns({ roster, onColumns }: { roster: PastedRoster; onColumns: (columns: RosterColumn[]) => void }) {
  const words = useWords(meetingWords);
  const { columns, lines } = roster;
  if (columns.length < 2) return null;
  const sampleOf = (place: number) => lines.map(({ cells }) => cells[place]?.trim()).find((cell) => cell !== undefined && cell !== '');
  const choose = (place: number, chosen: RosterColumn) =>
    onColumns(columns.map((column, other) => (other === place ? chosen : column === chosen && chosen !== 'ignored' ? 'ignored' : column)));
  return (
    <fieldset class="paste-columns">
      <legend class="field-label">{words.columnsLegend}</legend>
      <div class="paste-columns-row">
        {columns.map((column, place) => (
          <Select
            key={`${place} ${columns.length}`}
            label={words.column(place + 1)}
            blank=""
            hint={words.sample(sampleOf(place) ?? '–')}
            value={column}
            onValue={(chosen) => chosen && choose(place, chosen)}
            choices={rosterColumns.map((value) => ({ value, label: words.columnNames[value] }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
