/** The place of the visit: searched for on request, with its accuracy and a way to stop, and words for a refusal. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { FieldGroup } from '../kit/field.tsx';
import { showCount, showRecent } from '../kit/figures.ts';
import { Icon } from '../kit/icon.tsx';
import { useWords } from '../words/words.ts';
import { longestSearchMs, type Position, type SearchFailure, searchPosition } from './position-search.ts';
import { placeOf } from './visit-lines.ts';
import { visitWords } from './visit-words.ts';

const roughMetres = 100;

export function PositionField({ value, onValue }: { value: Position | undefined; onValue: (value: Position | undefined) => void }) {
  const words = useWords(visitWords).position;
  const { remove } = useWords();
  const search = useSearch(onValue);
  return (
    <FieldGroup
      label={words.label}
      optional
      hint={value || search.running ? undefined : words.hint}
      error={search.failure && words[search.failure]}
    >
      <div class="position">
        {value && (
          <p class="figure">
            <strong>{placeOf(value)}</strong>
            <br />
            {words.accuracy(showCount(value.accuracyMetres))} · {words.takenAt(showRecent(value.takenAt, Date.now()))}
          </p>
        )}
        {search.running && (
          <output class="searching">
            <Icon name="sync" size={22} class="spin" />
            <span>
              {search.best
                ? words.searchingBest(showCount(search.best), showCount(search.secondsLeft))
                : words.searching(showCount(search.secondsLeft))}
            </span>
          </output>
        )}
        {value && !search.running && value.accuracyMetres > roughMetres && <p class="small">{words.rough}</p>}
        <div class="row">
          {search.running ? (
            <Button icon="cross" onClick={search.stop}>
              {words.stop}
            </Button>
          ) : (
            <Button icon="visit" onClick={search.start}>
              {value ? words.again : words.take}
            </Button>
          )}
          {value && !search.running && (
            <Button look="quiet" icon="cross" onClick={() => onValue(undefined)}>
              {remove}
            </Button>
          )}
        </div>
      </div>
    </FieldGroup>
  );
}

function useSearch(onFound: (position: Position) => void) {
  const [running, setRunning] = useState<{ since: number; best?: number } | undefined>();
  const [failure, setFailure] = useState<SearchFailure | undefined>();
  const [now, setNow] = useState(Date.now);
  const stop = useRef<() => void>(() => undefined);
  const found = useRef(onFound);
  found.current = onFound;

  useEffect(() => () => stop.current(), []);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running === undefined]);

  const start = () => {
    const since = Date.now();
    setNow(since);
    setFailure(undefined);
    setRunning({ since });
    stop.current = searchPosition(navigator.geolocation, {
      found: (position) => {
        setRunning({ since, best: position.accuracyMetres });
        found.current(position);
      },
      ended: (reason) => {
        setRunning(undefined);
        setFailure(reason);
      },
    });
  };
  return {
    running: running !== undefined,
    best: running?.best,
    secondsLeft: running ? Math.max(0, Math.ceil((running.since + longestSearchMs - now) / 1000)) : 0,
    failure,
    start,
    stop: () => stop.current(),
  };
}
