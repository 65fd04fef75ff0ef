/** Which rows of a long list must exist while a part of it is in sight. */

export interface Span {
  first: number;
  /** One past the last. */
  end: number;
}

// Moving in steps lets most scroll events change nothing.
const step = 8;

/**
 * `top` is how far the list's start lies below the window's upper edge (negative once scrolled past); heights in CSS pixels.
 * A window's height of rows is kept on either side, so that a fling and the browser's find meet real rows.
 */
export function visibleRows(top: number, windowHeight: number, rowHeight: number, count: number): Span {
  const first = Math.floor((-top - windowHeight) / rowHeight / step) * step;
  const end = Math.ceil((-top + 2 * windowHeight) / rowHeight / step) * step;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}
