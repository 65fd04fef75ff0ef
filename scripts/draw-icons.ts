// Draws the mark of Pantau, an eye that sees a tick, as SVG and as the PNG sizes that the manifest names: node --import tsx scripts/draw-icons.ts

import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Point = { x: number; y: number };
type Colour = [number, number, number, number];

const size = 512;
const middle = size / 2;
const ink: Colour = [0x0d, 0x33, 0x38, 255];
const white: Colour = [255, 255, 255, 255];
const clear: Colour = [0x0d, 0x33, 0x38, 0];
const corner = 112;
const eye = { halfWidth: 184, halfHeight: 112 };
const lidRadius = (eye.halfWidth ** 2 + eye.halfHeight ** 2) / (2 * eye.halfHeight);
const lidOffset = lidRadius - eye.halfHeight;
const irisRadius = 78;
const tick: Point[] = [
  { x: 218, y: 258 },
  { x: 245, y: 286 },
  { x: 296, y: 230 },
];
const tickWidth = 26;

writeFileSync('public/favicon.svg', svg());
writeFileSync('public/icon-192.png', png(192, corner));
writeFileSync('public/icon-512.png', png(512, corner));
// A launcher cuts its own shape out of a maskable icon, so the ground fills it; the eye lies within the safe circle.
writeFileSync('public/icon-maskable-512.png', png(512, 0));

function colourAt({ x, y }: Point, rounding: number): Colour {
  const inset = { x: Math.max(0, Math.abs(x - middle) - (middle - rounding)), y: Math.max(0, Math.abs(y - middle) - (middle - rounding)) };
  if (rounding > 0 && Math.hypot(inset.x, inset.y) > rounding) return clear;
  const onTick = tick.slice(1).some((to, index) => distanceToStroke({ x, y }, tick[index] ?? to, to) <= tickWidth / 2);
  if (onTick) return white;
  if (Math.hypot(x - middle, y - middle) <= irisRadius) return ink;
  const inEye = Math.hypot(x - middle, y - middle - lidOffset) <= lidRadius && Math.hypot(x - middle, y - middle + lidOffset) <= lidRadius;
  return inEye ? white : ink;
}

function distanceToStroke(point: Point, from: Point, to: Point): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const along = Math.min(1, Math.max(0, ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length));
  return Math.hypot(point.x - from.x - along * (to.x - from.x), point.y - from.y - along * (to.y - from.y));
}

function png(pixels: number, rounding: number): Buffer {
  const samples = 4;
  const rows = Buffer.alloc(pixels * (1 + pixels * 4));
  for (let row = 0; row < pixels; row += 1) {
    for (let column = 0; column < pixels; column += 1) {
      const sum: Colour = [0, 0, 0, 0];
      for (let sample = 0; sample < samples ** 2; sample += 1) {
        const x = ((column + ((sample % samples) + 0.5) / samples) * size) / pixels;
        const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) * size) / pixels;
        for (const [channel, value] of colourAt({ x, y }, rounding).entries()) sum[channel] = (sum[channel] ?? 0) + value;
      }
      rows.set(
        sum.map((value) => Math.round(value / samples ** 2)),
        row * (1 + pixels * 4) + 1 + column * 4,
      );
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function svg(): string {
  const colour = `#${Buffer.from(ink.slice(0, 3)).toString('hex')}`;
  const lid = `A${lidRadius.toFixed(1)} ${lidRadius.toFixed(1)} 0 0 1`;
  const [left, right] = [middle - eye.halfWidth, middle + eye.halfWidth];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">
  <title>Pantau</title>
  <rect width="${size}" height="${size}" rx="${corner}" fill="${colour}"/>
  <path d="M${left} ${middle}${lid} ${right} ${middle}${lid} ${left} ${middle}Z" fill="#fff"/>
  <circle cx="${middle}" cy="${middle}" r="${irisRadius}" fill="${colour}"/>
  <path d="M${tick.map(({ x, y }) => `${x} ${y}`).join('L')}" fill="none" stroke="#fff" stroke-width="${tickWidth}" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;
}
