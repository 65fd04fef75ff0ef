/** Photos of a RAT's signed attendance sheets: each becomes a fact of the meeting the moment it is taken. */
import { readTaken, type TakenFile, withRoom } from '../../data/files.ts';
import { recordActs } from '../../data/record.ts';
import { mostSheetsPerMeeting } from '../../domain/file.ts';
import type { Row } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { Section } from '../kit/card.tsx';
import { showCount } from '../kit/figures.ts';
import { showToast } from '../kit/toast.tsx';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { PhotoList } from './photo-list.tsx';
import { PhotoSource } from './photo-source.tsx';
import { photoWords } from './photo-words.ts';

export interface SheetPhotosProps {
  meeting: Row<'ratMeeting'>;
  /** A verified RAT takes no more of them from officers in the field. */
  mayAdd: boolean;
  eager?: boolean;
}

export function SheetPhotos({ meeting, mayAdd, eager = false }: SheetPhotosProps) {
  const words = useWords(photoWords);
  const { db } = useApp();
  const { sheets = [], sheetsAtOffice } = meeting.data;
  const keep = async (taken: TakenFile) => {
    const read = readTaken(taken);
    if (read.kind === 'refused') return read.reason;
    const { reference } = read;
    const act = { type: 'ratSheetsAdded' as const, id: meeting.id, area: meeting.area, body: { files: [reference] } };
    const recorded = await withRoom(db, () => recordActs(db, [act], { root: meeting.root, files: [{ ...taken, reference }] }));
    if (recorded.kind === 'recorded') {
      showToast({ text: words.sheetKept });
      return undefined;
    }
    if (recorded.kind === 'refused' && 'rule' in recorded) return { title: words.notRecorded, body: ruleWords(recorded) };
    return recorded.kind === 'refused' ? recorded.reason : 'database';
  };
  return (
    <Section title={words.sheets} side={showCount(sheets.length)}>
      <div class="stack">
        {mayAdd && <p class="small muted">{words.sheetsHint}</p>}
        {mayAdd && <PhotoSource pdf disabled={sheets.length >= mostSheetsPerMeeting} keep={keep} />}
        {sheets.length === 0 ? (
          <p class="muted">{words.noSheets}</p>
        ) : (
          <PhotoList owner={`ratMeeting/${meeting.id}`} files={sheets} atOffice={sheetsAtOffice} eager={eager} />
        )}
      </div>
    </Section>
  );
}
