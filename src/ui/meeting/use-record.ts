/** One act of a meeting screen: under way, done, or kept back with the reason in words; the form stays until it is done. */
import { useState } from 'preact/hooks';
import { type Act, type RecordResult, recordActs } from '../../data/record.ts';
import { useApp } from '../app-context.ts';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { meetingWords } from './meeting-words.ts';

export interface Recorder {
  busy: boolean;
  /** Why the last act was not kept; undefined while all is well. */
  problem: string | undefined;
  /** Answers what was recorded, or undefined when nothing was. */
  record: (acts: readonly Act[], doneDraft?: string) => Promise<Extract<RecordResult, { kind: 'recorded' }> | undefined>;
  clear: () => void;
}

export function useRecord(): Recorder {
  const { db } = useApp();
  const words = useWords(meetingWords);
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });
  return {
    busy: state.busy,
    problem: state.problem,
    clear: () => setState({ busy: false }),
    record: async (acts, doneDraft) => {
      setState({ busy: true });
      try {
        const result = await recordActs(db, acts, doneDraft ? { doneDraft } : {});
        if (result.kind === 'recorded') {
          setState({ busy: false });
          return result;
        }
        setState({ busy: false, problem: result.kind === 'refused' ? ruleWords(result) : words.waiting });
      } catch {
        setState({ busy: false, problem: words.notKept });
      }
      return undefined;
    },
  };
}
