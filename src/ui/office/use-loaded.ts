/** Reads something large once, and again when its inputs change; what was read before stays until the new answer is there. */
import { useEffect, useState } from 'preact/hooks';

export interface Loaded<Value> {
  value: Value | undefined;
  error: Error | undefined;
  retry: () => void;
}

/** Unlike a live query it watches nothing: thousands of rows are read again only when `inputs` say so. */
export function useLoaded<Value>(load: () => Promise<Value>, inputs: readonly unknown[]): Loaded<Value> {
  const [state, setState] = useState<{ value?: Value; error?: Error }>({});
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setState({ value }),
      (cause: unknown) => wanted && setState((now) => ({ ...now, error: cause instanceof Error ? cause : new Error(String(cause)) })),
    );
    return () => {
      wanted = false;
    };
  }, [...inputs, round]);
  return { value: state.value, error: state.error, retry: () => setRound((now) => now + 1) };
}
