/** A part of a screen that is loaded beside it: the screen stands meanwhile, and without it where it cannot be loaded. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** `load` must be the same function each time. */
export function usePart<Props>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> | undefined {
  const [part, setPart] = useState<FunctionComponent<Props>>();
  useEffect(() => {
    let isGone = false;
    load().then(
      (loaded) => isGone || setPart(() => loaded),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [load]);
  return part;
}
