// A camera for Chromium that sees codes held out one after another, again and again: a film of plain pictures.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';

const [width, height] = [960, 720];
const framesPerCode = 12;
const white = 235;
const black = 16;

export interface FakeCamera {
  /** What tells Chromium to use it, and to ask nobody. */
  switches: string[];
  /** Before the camera is opened. */
  holdOut(texts: readonly string[]): void;
  remove(): void;
}

/** An empty text is an empty hand. */
export function fakeCamera(texts: readonly string[] = ['']): FakeCamera {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-camera-'));
  const file = join(folder, 'film.y4m');
  const holdOut: FakeCamera['holdOut'] = (shown) => {
    const frames = shown.flatMap((text) => Array.from({ length: framesPerCode }, () => pictureOf(text)));
    writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frames]));
  };
  holdOut(texts);
  return {
    holdOut,
    switches: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function pictureOf(text: string): Buffer {
  const light = Buffer.alloc(width * height, white);
  if (text) {
    const code = encodeQR(text, 'raw', { border: 4 });
    const size = Math.floor((height - 40) / code.length);
    const [left, top] = [(width - size * code.length) / 2, (height - size * code.length) / 2].map(Math.floor) as [number, number];
    for (const [line, dots] of code.entries()) {
      for (const [column, isDark] of dots.entries()) {
        if (!isDark) continue;
        for (let y = 0; y < size; y++) {
          const from = (top + line * size + y) * width + left + column * size;
          light.fill(black, from, from + size);
        }
      }
    }
  }
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
}
