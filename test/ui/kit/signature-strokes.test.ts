import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strokesSchema } from '../../../src/domain/visit.ts';
import { isSignature, padHeight, padWidth, pathOf, strokeOf } from '../../../src/ui/kit/signature-strokes.ts';

describe('a signature', () => {
  test('is the same on a narrow and on a wide pad', () => {
    const zigzag = [0, 10, 0, 10, 0].map((y, place) => ({ x: place * 20, y }));
    const twice = zigzag.map(({ x, y }) => ({ x: x * 2, y: y * 2 }));
    expect(strokeOf(zigzag, 300)).toEqual(strokeOf(twice, 600));
  });

  test('a straight line needs only its ends', () => {
    const line = Array.from({ length: 50 }, (_, place) => ({ x: place * 4, y: place * 2 }));
    expect(strokeOf(line, 500)).toEqual([0, 0, 3920, 1960]);
  });

  test('a corner is kept', () => {
    const corner = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 50 },
    ];
    expect(strokeOf(corner, 500)).toEqual([0, 0, 1000, 0, 1000, 1000]);
  });

  test('a loop that ends where it began keeps its round', () => {
    const loop = Array.from({ length: 41 }, (_, place) => ({
      x: 100 + 40 * Math.cos((place / 20) * Math.PI),
      y: 100 + 40 * Math.sin((place / 20) * Math.PI),
    }));
    expect(strokeOf(loop, 500).length).toBeGreaterThan(16);
  });

  test('a tap is one point, drawn as a dot', () => {
    const tap = strokeOf([{ x: 25, y: 30 }], 500);
    expect(tap).toEqual([500, 600]);
    expect(pathOf([tap])).toBe('M500 600h1');
  });

  test('what runs over the edge is held at the edge', () => {
    const over = [
      { x: -20, y: -20 },
      { x: 900, y: 700 },
    ];
    expect(strokeOf(over, 500)).toEqual([0, 0, padWidth, padHeight]);
  });

  test('a tap is not yet a signature, a scrawl is', () => {
    expect(isSignature([])).toBe(false);
    expect(isSignature([[500, 600]])).toBe(false);
    expect(isSignature([[0, 0, 2000, 1500]])).toBe(true);
  });

  test('whatever is drawn is accepted by the minutes', () => {
    const point = fc.record({ x: fc.double({ min: -50, max: 900, noNaN: true }), y: fc.double({ min: -50, max: 400, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), fc.integer({ min: 200, max: 900 }), (points, width) => {
        const stroke = strokeOf(points, width);
        expect(strokesSchema.safeParse([stroke]).success).toBe(true);
        expect(stroke.length % 2).toBe(0);
        expect(stroke.length).toBeGreaterThan(0);
      }),
    );
  });
});
