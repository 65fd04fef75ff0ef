/** Watches a query on the tablet's database: the screen is drawn again whenever what it read was written, in this tab or another. */
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';

export interface Live<Value> {
  /** Undefined until the first answer, and again when the query's inputs change. */
  value: Value | undefined;
  error: Error | undefined;
  loading: boolean;
  /** Asks again after an error. */
  retry: () => void;
}

interface Answer<Value> {
  /** The question this answers, so that a screen never shows one cooperative's rows under another's name. */
  question: object;
  value?: Value;
  error?: Error;
}

export interface LiveOptions {
  /** Keeps the former answer on screen until the new one is there: for search as you type. */
  keep?: boolean;
}

/** `query` must read only through Dexie; `deps` are all the values it uses. */
export function useLive<Value>(query: () => Promise<Value> | Value, deps: readonly unknown[], options: LiveOptions = {}): Live<Value> {
  const [round, redraw] = useReducer((count: number, step: number) => count + step, 0);
  const attempt = useRef(0);
  const question = useMemo(() => ({ query }), [...deps, attempt.current]);
  const answer = useRef<Answer<Value> | undefined>(undefined);

  useEffect(() => {
    const take = (next: Answer<Value>) => {
      answer.current = next;
      redraw(1);
    };
    // Async, so that a query that throws at once is an answer too.
    const subscription = liveQuery(async () => question.query()).subscribe({
      next: (value) => take({ question, value }),
      error: (cause: unknown) => take({ question, error: cause instanceof Error ? cause : new Error(String(cause)) }),
    });
    return () => subscription.unsubscribe();
  }, [question]);

  const current = answer.current?.question === question ? answer.current : undefined;
  return {
    value: current ? current.value : options.keep ? answer.current?.value : undefined,
    error: current?.error,
    loading: current === undefined,
    retry: () => {
      attempt.current = round + 1;
      redraw(1);
    },
  };
}
