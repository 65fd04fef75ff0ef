/** The minutes being written on one screen: the draft kept as typed, the content made of it, what is wrong or odd in it. */
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { MinutesContent } from '../../domain/minutes.ts';
import type { Refusal } from '../../domain/world.ts';
import { useApp } from '../app-context.ts';
import { type SavedAsTyped, useSavedAsTyped } from '../saved-as-typed.ts';
import { amendmentProblemsOf, contentOf, type Frozen, problemsOf } from './minutes-content.ts';
import { draftKeyOf, type MinutesDraft } from './minutes-draft.ts';
import { type Question, questionsOf } from './minutes-questions.ts';
import type { MinutesSources } from './minutes-sources.ts';

export interface MinutesForm {
  draft: MinutesDraft;
  content: MinutesContent;
  sources: MinutesSources;
  /** What keeps the content from being signed or amended; signatures that are missing are not among them. */
  problems: Refusal[];
  /** Missing signatures alone. */
  unsigned: Refusal[];
  questions: Question[];
  saver: SavedAsTyped;
  change: (part: Partial<MinutesDraft>) => void;
  confirm: (question: Question) => void;
}

export interface MinutesStart {
  sources: MinutesSources;
  frozen: Frozen;
  draft: MinutesDraft;
  savedAt: number | undefined;
}

export function useMinutesForm({ sources, frozen, draft: start, savedAt }: MinutesStart): MinutesForm {
  const { db } = useApp();
  const [draft, setDraft] = useState(start);
  const latest = useRef(start);
  const saver = useSavedAsTyped(db, { key: draftKeyOf(sources.meetingId), kind: 'minutes', cooperativeId: sources.cooperativeId }, savedAt);
  // Two fields may change within one frame: each change builds on the latest draft, not on the one last drawn.
  const change = useCallback(
    (part: Partial<MinutesDraft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      saver.type(latest.current);
    },
    [saver],
  );
  const content = useMemo(() => contentOf(draft, frozen), [draft, frozen]);
  const all = draft.amendment
    ? amendmentProblemsOf(draft, content)
    : problemsOf(draft, content, draft.signatures, sources.cooperative.bookYearEndMonth, Date.now());
  return {
    draft,
    content,
    sources,
    problems: all.filter(({ rule }) => rule !== 'signatureMissing'),
    unsigned: all.filter(({ rule }) => rule === 'signatureMissing'),
    questions: questionsOf(draft, content, sources),
    saver,
    change,
    confirm: ({ key }) => change({ confirmed: [...latest.current.confirmed, key] }),
  };
}

/** The first problem at a place that is more than a blank: blanks are listed, not shouted at whoever has not come to them yet. */
export const problemAt = (form: MinutesForm, field: string): Refusal | undefined =>
  form.problems.find((problem) => problem.field === field && problem.rule !== 'fieldRequired');
