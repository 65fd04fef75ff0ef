/** The papers of a RAT as the office reads them before its word: berita acara with the notulen behind it, and the attendance list. */
import { useMemo } from 'preact/hooks';
import type { Minutes } from '../../domain/minutes.ts';
import { attendancePaperOf } from '../minutes/attendance-paper.ts';
import { paperDayOf } from '../minutes/meeting-paper.ts';
import { minutesPaperOf } from '../minutes/minutes-paper.ts';
import type { MinutesSources } from '../minutes/minutes-sources.ts';
import { notesPaperOf } from '../minutes/notes-paper.ts';
import { useAmendingOfficers } from '../minutes/use-amending-officers.ts';
import { LanguageNote } from '../paper/paper-page.tsx';
import { PaperView } from '../paper/paper-view.tsx';
import { usePaperSetting } from '../paper/use-paper-setting.ts';

export function MinutesPapers({ sources, minutes }: { sources: MinutesSources; minutes: Minutes }) {
  const setting = usePaperSetting(minutes.heldOn);
  const officerNames = useAmendingOfficers(minutes);
  const papers = useMemo(() => {
    const all = { ...sources, minutes, officerNames };
    return [minutesPaperOf(all, setting), notesPaperOf(all, setting)];
  }, [sources, minutes, officerNames, setting]);
  return (
    <>
      <LanguageNote />
      {papers.map((paper) => (
        <PaperView key={paper.title} paper={paper} />
      ))}
    </>
  );
}

export function AttendancePaper({ sources }: { sources: MinutesSources }) {
  const setting = usePaperSetting(paperDayOf(sources.meeting));
  const paper = useMemo(() => attendancePaperOf(sources, setting), [sources, setting]);
  return (
    <>
      <LanguageNote />
      <PaperView paper={paper} />
    </>
  );
}
