/** A member list that was pasted or comes from a file: shown as it is read, line by line, before anything is recorded. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { newId } from '../../data/id.ts';
import type { RosterColumn } from '../../domain/roster-columns.ts';
import { readPastedRoster, remainderOf, withLine } from '../../domain/roster-paste.ts';
import { Banner } from '../kit/banner.tsx';
import { Button } from '../kit/button.tsx';
import { showCount } from '../kit/figures.ts';
import { FileField } from '../kit/file-field.tsx';
import { TextArea } from '../kit/text-field.tsx';
import { showToast } from '../kit/toast.tsx';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';
import { PasteColumns } from './paste-columns.tsx';
import { PastePreview } from './paste-preview.tsx';
import { emptyRosterDraft, isBlankDraft, mostMembers, type RosterDraft, rosterActs, withKeys } from './roster-draft.ts';
import { readRosterFile } from './roster-file.ts';
import type { RosterPartShared } from './roster-screen.tsx';
import { useRecord } from './use-record.ts';

export function RosterPaste(props: RosterPartShared & { onDone: () => void }) {
  const { members, draft, subject, type, afterRecording, flush, draftKey, onDone } = props;
  const words = useWords(meetingWords);
  const recorder = useRecord();
  const [round, setRound] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  // A long list is read again only when the typing pauses.
  const text = useSettled(draft.text, draft.text.length > 20_000 ? 400 : 0);
  const roster = useMemo(() => readPastedRoster(text, members, draft.columns), [text, members, draft.columns]);
  const ready = roster.lines.flatMap(({ outcome }) => (outcome.kind === 'member' ? [outcome.member] : []));
  const tooMany = members.length + ready.length > mostMembers;

  const change = (part: Partial<RosterDraft>) => {
    recorder.clear();
    type({ ...draft, ...part });
  };
  /** The field shows its own typing while it has the focus, so a text that comes from elsewhere gives it a new one. */
  const replace = (part: Partial<RosterDraft>) => {
    change(part);
    setRound(round + 1);
  };

  const takeFile = async (file: File) => {
    setTrouble(undefined);
    const read = await readRosterFile(file).catch(() => ({ kind: 'refused', reason: 'damaged' }) as const);
    if (read.kind === 'refused') {
      setTrouble(words.fileRefusals[read.reason](file.name));
      return;
    }
    const before = draft;
    replace({ text: read.text, source: 'imported', fileName: file.name, columns: undefined });
    const note = read.sheet && read.otherSheets ? words.sheetRead(read.sheet, showCount(read.otherSheets)) : words.fileRead(file.name);
    if (before.text.trim() === '') showToast({ text: note });
    else showToast({ text: `${note} ${words.textReplaced}`, undo: () => replace(before) });
  };

  const record = async () => {
    await flush();
    const rest = remainderOf(draft.text, roster);
    const next: RosterDraft = { ...emptyRosterDraft, typed: draft.typed, text: rest, columns: rest ? draft.columns : undefined };
    const acts = rosterActs(withKeys(ready, newId), draft.source, subject);
    const done = await recorder.record(acts, isBlankDraft(next) ? draftKey : undefined);
    if (!done) return;
    afterRecording(next);
    setRound(round + 1);
    showToast({ text: words.membersRecorded(showCount(ready.length)) });
    if (rest === '') onDone();
  };

  return (
    <>
      <div class="paste-text">
        <TextArea
          key={round}
          label={words.pasteLabel}
          hint={words.pasteHint}
          rows={6}
          value={draft.text}
          onValue={(pasted) => change({ text: pasted, ...(draft.text === '' ? { source: 'pasted' as const, fileName: undefined } : {}) })}
        />
      </div>
      {draft.text === '' && (
        <FileField label={words.fileLabel} hint={words.fileHint} accept=".csv,.txt,.tsv,.xlsx" onFile={(file) => void takeFile(file)} />
      )}
      {trouble && (
        <Banner tone="bad" urgent title={words.fileRefused}>
          {trouble}
        </Banner>
      )}
      {draft.text.trim() !== '' && (
        <>
          <div class="actions">
            <Button look="primary" icon="check" busy={recorder.busy} disabled={ready.length === 0 || tooMany} onClick={() => void record()}>
              {words.recordMembers(showCount(ready.length))}
            </Button>
            <Button
              look="quiet"
              icon="cross"
              onClick={() => {
                const before = draft;
                replace({ ...emptyRosterDraft, typed: draft.typed });
                showToast({ text: words.textCleared, undo: () => replace(before) });
              }}
            >
              {words.clearText}
            </Button>
          </div>
          {tooMany && (
            <Banner tone="bad" title={words.tooManyMembers(showCount(members.length + ready.length), showCount(mostMembers))}>
              {words.tooManyMembersBody}
            </Banner>
          )}
          {recorder.problem && (
            <Banner tone="bad" urgent title={words.rosterNotSaved}>
              {recorder.problem}
            </Banner>
          )}
          <PasteColumns roster={roster} onColumns={(columns: RosterColumn[]) => change({ columns })} />
          <PastePreview roster={roster} onLine={(line, cells) => replace({ text: withLine(draft.text, line, cells) })} />
        </>
      )}
    </>
  );
}

function useSettled(value: string, delayMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (delayMs === 0) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return delayMs === 0 ? value : settled;
}
