import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Position, type SearchFailure, searchPosition } from '../../../src/ui/visit/position-search.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Watch = { success: PositionCallback; failure: PositionErrorCallback; cleared: boolean };

/** The browser's geolocation, told what to answer. */
function searching() {
  const watch: Watch = { success: () => undefined, failure: () => undefined, cleared: false };
  const heard = { found: [] as Position[], ended: [] as (SearchFailure | undefined)[] };
  const stop = searchPosition(
    {
      watchPosition: (success, failure) => {
        watch.success = success;
        watch.failure = failure ?? watch.failure;
        return 7;
      },
      clearWatch: () => {
        watch.cleared = true;
      },
    },
    { found: (position) => heard.found.push(position), ended: (failure) => heard.ended.push(failure) },
  );
  const answer = (accuracy: number) =>
    watch.success({ coords: { latitude: -0.41234567, longitude: 116.9, accuracy }, timestamp: 5.5 } as GeolocationPosition);
  const refuse = (code: number) => watch.failure({ code } as GeolocationPositionError);
  return { watch, heard, stop, answer, refuse };
}

describe('looking for a position', () => {
  test('keeps the most accurate one, in a precision that does not pretend', () => {
    const { heard, answer } = searching();
    for (const accuracy of [90.2, 120, 30]) answer(accuracy);
    expect(heard.found.map(({ accuracyMetres }) => accuracyMetres)).toEqual([91, 30]);
    expect(heard.found[0]).toEqual({ latitude: -0.412346, longitude: 116.9, accuracyMetres: 91, takenAt: 6 });
  });

  test('stops by itself after a minute', () => {
    const { heard, watch, answer } = searching();
    answer(40);
    vi.advanceTimersByTime(59_999);
    expect(watch.cleared).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watch.cleared).toBe(true);
    expect(heard.ended).toEqual([undefined]);
  });

  test('says so when a minute brought nothing', () => {
    const { heard } = searching();
    vi.advanceTimersByTime(60_000);
    expect(heard.ended).toEqual(['timeout']);
  });

  test('stops at once when it is good enough, or when the officer says so', () => {
    const good = searching();
    good.answer(8);
    expect(good.watch.cleared).toBe(true);
    const stopped = searching();
    stopped.stop();
    stopped.answer(5);
    expect(stopped.watch.cleared).toBe(true);
    expect(stopped.heard).toEqual({ found: [], ended: [undefined] });
  });

  test.each([
    [1, 'refused'],
    [2, 'unavailable'],
    [3, 'timeout'],
  ] as const)('failure %i is %s', (code, said) => {
    const { heard, refuse } = searching();
    refuse(code);
    expect(heard.ended).toEqual([said]);
  });

  test('a failure after a position was found is none', () => {
    const { heard, answer, refuse } = searching();
    answer(40);
    refuse(2);
    expect(heard.ended).toEqual([undefined]);
  });

  test('a tablet without location says so', () => {
    const ended: (SearchFailure | undefined)[] = [];
    searchPosition(undefined, { found: () => undefined, ended: (failure) => ended.push(failure) });
    expect(ended).toEqual(['unsupported']);
  });
});
