import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleRows } from '../../../src/ui/kit/visible-rows.ts';

test('every row in sight exists, and few others', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -500_000, max: 2_000 }),
      fc.integer({ min: 300, max: 1_400 }),
      fc.integer({ min: 0, max: 6_000 }),
      (top, height, count) => {
        const rowHeight = 76;
        const span = visibleRows(top, height, rowHeight, count);
        const firstSeen = Math.max(0, Math.floor(-top / rowHeight));
        const lastSeen = Math.min(count - 1, Math.floor((height - top) / rowHeight));
        if (firstSeen <= lastSeen) {
          expect(span.first).toBeLessThanOrEqual(firstSeen);
          expect(span.end).toBeGreaterThan(lastSeen);
        }
        expect(span.first).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(count);
        expect(span.end - span.first).toBeLessThanOrEqual((3 * height) / rowHeight + 18);
      },
    ),
  );
});

test('an empty list has no rows', () => {
  expect(visibleRows(0, 800, 76, 0)).toEqual({ first: 0, end: 0 });
});
