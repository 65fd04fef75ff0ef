import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSaver } from '../../src/ui/saved-as-typed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A disk that can be full, and remembers what was written. */
function diskOf() {
  const disk = { full: false, written: [] as unknown[] };
  const write = async (content: unknown) => {
    if (disk.full) throw new Error('disk full');
    disk.written.push(content);
  };
  return { disk, saver: openSaver(write, undefined, () => undefined) };
}

describe('typing is saved', () => {
  test('a short pause writes the latest content once', async () => {
    const { disk, saver } = diskOf();
    for (const content of ['K', 'Ko', 'Kop']) saver.type(content);
    expect(disk.written).toEqual([]);
    expect(saver.state.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.written).toEqual(['Kop']);
    expect(saver.state.kind).toBe('saved');
  });

  test('typing without any pause is written on the way', async () => {
    const { disk, saver } = diskOf();
    for (const content of ['K', 'Ko', 'Kop', 'Kope', 'Koper']) {
      saver.type(content);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(disk.written).toEqual(['Kop']);
  });

  test('leaving the page writes at once', async () => {
    const { disk, saver } = diskOf();
    saver.type('Kop');
    expect(await saver.flush()).toBe(true);
    expect(disk.written).toEqual(['Kop']);
  });

  test('what is typed while a write is under way is written after it', async () => {
    const { disk, saver } = diskOf();
    saver.type('Kop');
    const first = saver.flush();
    saver.type('Kopi');
    expect(await first).toBe(true);
    expect(disk.written).toEqual(['Kop', 'Kopi']);
  });

  test('a failed write is said, and the next one brings everything', async () => {
    const { disk, saver } = diskOf();
    disk.full = true;
    saver.type('Kop');
    expect(await saver.flush()).toBe(false);
    expect(saver.state.kind).toBe('failed');
    disk.full = false;
    expect(await saver.flush()).toBe(true);
    expect(disk.written).toEqual(['Kop']);
    expect(saver.state.kind).toBe('saved');
  });

  test('a failure stays said while typing goes on, until a write succeeds', async () => {
    const { disk, saver } = diskOf();
    disk.full = true;
    saver.type('Kop');
    await saver.flush();
    saver.type('Kopi');
    expect(saver.state.kind).toBe('failed');
    disk.full = false;
    await vi.advanceTimersByTimeAsync(400);
    expect(disk.written).toEqual(['Kopi']);
    expect(saver.state.kind).toBe('saved');
  });

  test('at rest nothing is written any more: the draft has become a fact', async () => {
    const { disk, saver } = diskOf();
    saver.type('Kop');
    saver.rest();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await saver.flush()).toBe(true);
    expect(disk.written).toEqual([]);
  });
});
