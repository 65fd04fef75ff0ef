/** Keeps what is being typed in the tablet's database: shortly after each stroke, and at once when the page is left or hidden. */
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Draft, FieldDatabase } from '../data/database.ts';
import { saveDraft } from '../data/drafts.ts';

export type SaveState = { kind: 'untouched' } | { kind: 'saving' } | { kind: 'saved'; at: number } | { kind: 'failed' };

export interface SavedAsTyped {
  state: SaveState;
  /** Takes the whole content after a stroke. */
  type: (content: unknown) => void;
  /** Writes what is not written yet; answers whether everything typed is on the disk. */
  flush: () => Promise<boolean>;
  /** Nothing is written any more until the next stroke: the draft is about to become a fact, or to be thrown away. */
  rest: () => void;
}

const pauseMs = 300;

/** One draft of one screen. `savedAt` is when it was last saved, if it was found on the tablet. */
export function useSavedAsTyped(db: FieldDatabase, of: Omit<Draft, 'content' | 'savedAt'>, savedAt?: number): SavedAsTyped {
  const [, redraw] = useReducer((count: number, step: number) => count + step, 0);
  const saver = useMemo(
    () =>
      openSaver(
        (content) => saveDraft(db, { ...of, content }),
        savedAt,
        () => redraw(1),
      ),
    [db, of.key],
  );

  useEffect(() => {
    const leave = () => void saver.flush();
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    // Only what could not be written keeps the officer: a page that can save lets go at once.
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.state.kind === 'failed') event.preventDefault();
    };
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [saver]);

  // A new object each time: a component that is given the saver must see that its state is another.
  return { ...saver };
}

/** The same without a screen: `write` keeps the content, `changed` is told when the state is another. */
export function openSaver(write: (content: unknown) => Promise<void>, savedAt: number | undefined, changed: () => void): SavedAsTyped {
  let unwritten: { content: unknown } | undefined;
  let writing: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (state: SaveState) => {
    saver.state = state;
    changed();
  };

  const writeOut = async (): Promise<void> => {
    while (unwritten) {
      const { content } = unwritten;
      unwritten = undefined;
      try {
        await write(content);
        if (!unwritten) show({ kind: 'saved', at: Date.now() });
      } catch {
        // What failed stays to be written with the next stroke, unless a later stroke has replaced it already.
        unwritten ??= { content };
        show({ kind: 'failed' });
        return;
      }
    }
  };

  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
  };

  const flush = async (): Promise<boolean> => {
    settle();
    writing ??= writeOut().finally(() => {
      writing = undefined;
    });
    await writing;
    return unwritten === undefined || (saver.state.kind !== 'failed' && flush());
  };

  const saver: SavedAsTyped = {
    state: savedAt === undefined ? { kind: 'untouched' } : { kind: 'saved', at: savedAt },
    type: (content) => {
      unwritten = { content };
      if (saver.state.kind !== 'saving' && saver.state.kind !== 'failed') show({ kind: 'saving' });
      // Not put off by the next stroke: who types without a pause would have nothing saved when the tab dies.
      timer ??= setTimeout(() => void flush(), pauseMs);
    },
    flush,
    rest: () => {
      settle();
      unwritten = undefined;
    },
  };
  return saver;
}
