/** A signature as vectors: each stroke is [x, y, x, y, …] in whole units of which the pad is 10,000 wide and 4,000 high. */

export type Stroke = number[];

export const padWidth = 10_000;
export const padHeight = 4_000;

// What is thinner than a line two units thick on a phone cannot be seen, and a kept point costs ten bytes.
const tolerance = 14;

export interface Point {
  x: number;
  y: number;
}

/** Points on a pad `width` CSS pixels wide become one stroke: clamped to the pad, thinned to what the eye needs. */
export function strokeOf(points: readonly Point[], width: number): Stroke {
  const unit = padWidth / width;
  const scaled = points.map(({ x, y }) => ({ x: clamp(x * unit, padWidth), y: clamp(y * unit, padHeight) }));
  return thinned(scaled).flatMap(({ x, y }) => [x, y]);
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

// Douglas and Peucker: a point stays where the straight line would miss it by more than the tolerance.
function thinned(points: readonly Point[]): Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return [];
  if (points.length < 3) return first.x === last.x && first.y === last.y ? [first] : [first, last];
  let farthest = 0;
  let distance = -1;
  for (let place = 1; place < points.length - 1; place++) {
    const apart = distanceTo(points[place] ?? first, first, last);
    if (apart > distance) [farthest, distance] = [place, apart];
  }
  if (distance <= tolerance) return first.x === last.x && first.y === last.y ? [first] : [first, last];
  return [...thinned(points.slice(0, farthest + 1)).slice(0, -1), ...thinned(points.slice(farthest))];
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  return Math.abs((to.x - from.x) * (from.y - point.y) - (from.x - point.x) * (to.y - from.y)) / length;
}

/** The strokes as an SVG path, rounded through the middles between points; a single point is a dot. */
export const pathOf = (strokes: readonly Stroke[]): string => strokes.map(pathOfStroke).join('');

function pathOfStroke(stroke: Stroke): string {
  const [x, y] = stroke;
  if (x === undefined || y === undefined) return '';
  if (stroke.length < 4) return `M${x} ${y}h1`;
  let path = `M${x} ${y}`;
  for (let place = 2; place + 3 < stroke.length; place += 2) {
    const [atX = 0, atY = 0, nextX = 0, nextY = 0] = stroke.slice(place, place + 4);
    path += `Q${atX} ${atY} ${Math.round((atX + nextX) / 2)} ${Math.round((atY + nextY) / 2)}`;
  }
  return `${path}L${stroke.at(-2)} ${stroke.at(-1)}`;
}

/** A tap or a short dash is not yet a signature. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  let length = 0;
  for (const stroke of strokes)
    for (let place = 2; place + 1 < stroke.length; place += 2)
      length += Math.hypot((stroke[place] ?? 0) - (stroke[place - 2] ?? 0), (stroke[place + 1] ?? 0) - (stroke[place - 1] ?? 0));
  return length > padHeight / 4;
}
