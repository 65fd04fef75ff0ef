/** Keeping a decision: under way, kept, or held back with the reason in words; what was chosen stays on screen until it is kept. */
import { useState } from 'preact/hooks';
import { type Act, recordActs } from '../../data/record.ts';
import { useApp } from '../app-context.ts';
import { showToast } from '../kit/toast.tsx';
import { ruleWords } from '../rule-words.ts';
import { useWords } from '../words/words.ts';
import { conflictWords } from './conflict-words.ts';

export interface Decider {
  busy: boolean;
  problem: string | undefined;
  say: (problem: string | undefined) => void;
  decide: (act: Act, cooperativeId: string) => Promise<void>;
}

export function useDecision(): Decider {
  const { db } = useApp();
  const words = useWords(conflictWords);
  const [busy, setBusy] = useState(false);
  const [problem, say] = useState<string>();
  return {
    busy,
    problem,
    say,
    decide: async (act, cooperativeId) => {
      setBusy(true);
      say(undefined);
      try {
        const result = await recordActs(db, [act], { root: cooperativeId });
        if (result.kind === 'recorded') showToast({ text: result.outcome === 'conflict' ? words.savedConflict : words.saved });
        else say(result.kind === 'refused' ? ruleWords(result) : words.waiting);
      } catch {
        say(words.notKept);
      }
      setBusy(false);
    },
  };
}
