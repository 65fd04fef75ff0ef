/** Each column of a file beside what it is read as; whoever knows better says so, and the file is checked again. */
import { useState } from 'preact/hooks';
import { type RegisterColumnUse, type RegisterMapping, registerFields } from '../../domain/register-columns.ts';
import { StatusBadge } from '../kit/badge.tsx';
import { Button } from '../kit/button.tsx';
import { Section } from '../kit/card.tsx';
import { Select } from '../kit/choice-list.tsx';
import { showCount } from '../kit/figures.ts';
import { useWords } from '../words/words.ts';
import { columnsOf, type ImportReport } from './import-answer.ts';
import { importWords } from './import-words.ts';

type OnMap = (heading: string, use: RegisterColumnUse) => void;

export function ImportColumns({ report, mapping, onMap }: { report: ImportReport; mapping: RegisterMapping; onMap: OnMap }) {
  const words = useWords(importWords);
  const columns = columnsOf(report);
  const known = columns.filter(({ use }) => use !== undefined).length;
  const touched = Object.keys(mapping).length > 0;
  const [open, setOpen] = useState(touched || known < columns.length);
  return (
    <Section title={words.mapping} side={words.mappingKnown(showCount(known), showCount(columns.length))}>
      <div class="stack">
        <div class="actions">
          <Button icon={open ? 'minus' : 'plus'} onClick={() => setOpen(!open)}>
            {open ? words.mappingHide : words.mappingShow}
          </Button>
        </div>
        {open && (
          <>
            <p class="small muted">{words.mappingHint}</p>
            <Columns columns={columns} onMap={onMap} />
          </>
        )}
      </div>
    </Section>
  );
}

/** Of a file whose heading was not understood: its columns by their headings, to be named by hand. */
export function NamedColumns({ headings, mapping, onMap }: { headings: readonly string[]; mapping: RegisterMapping; onMap: OnMap }) {
  const words = useWords(importWords);
  return (
    <Section title={words.mapping}>
      <Columns columns={[...new Set(headings)].map((heading) => ({ heading, use: mapping[heading] }))} onMap={onMap} />
    </Section>
  );
}

function Columns({ columns, onMap }: { columns: readonly { heading: string; use: RegisterColumnUse | undefined }[]; onMap: OnMap }) {
  const words = useWords(importWords);
  const choices = [
    ...registerFields.map((value) => ({ value: value as RegisterColumnUse, label: words.field[value] })),
    { value: 'ignored' as const, label: words.notRead },
  ];
  return (
    <ul class="columns-of-file">
      {columns.map(({ heading, use }) => (
        <li key={heading} class="column-of-file">
          <Select
            label={heading}
            blank={use === undefined ? words.notRead : ''}
            value={use}
            choices={choices}
            onValue={(chosen) => chosen && onMap(heading, chosen)}
          />
          {use === undefined && (
            <StatusBadge tone="warn" icon="warning">
              {words.unknown}
            </StatusBadge>
          )}
        </li>
      ))}
    </ul>
  );
}
