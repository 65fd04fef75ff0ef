// A photo as a camera writes it: a real JPEG drawn by the browser, lying on its side, with the place where it was taken inside.
import type { Page } from 'playwright-core';

/** 2400 x 1800 as stored; shown upright it is 1800 x 2400. Each seed draws another picture. */
export async function cameraPhoto(page: Page, seed: number): Promise<Buffer> {
  const drawn = await page.evaluate(async (hue) => {
    const canvas = new OffscreenCanvas(2400, 1800);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('nothing to draw with');
    pen.fillStyle = `hsl(${hue * 60}, 60%, 50%)`;
    pen.fillRect(0, 0, 2400, 1800);
    pen.fillStyle = '#fff';
    pen.font = '400px sans-serif';
    pen.fillText('RAT', 600, 1000);
    for (let line = 0; line < 4000; line += 1) {
      pen.fillStyle = `hsl(${(line * 137 + hue) % 360}, 70%, 60%)`;
      pen.fillRect((line * 997) % 2400, (line * 613) % 1800, 24, 18);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer());
    return Array.from(bytes);
  }, seed);
  const jpeg = Buffer.from(drawn);
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** Orientation 6 (turn right) and a GPS directory with a latitude reference, as little of EXIF as there can be. */
function exif(): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4);
  tiff.write('MM', 0);
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, 0x0112, 3, 1, 6 << 16);
  entry(tiff, 22, 0x8825, 4, 1, 38);
  tiff.writeUInt16BE(1, 38);
  entry(tiff, 40, 0x0001, 2, 2, 0x53_00_00_00);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

/** Width and height as the frame header of a JPEG says. */
export function jpegSize(jpeg: Buffer): { width: number; height: number } {
  for (let at = 2; at < jpeg.length; ) {
    const marker = jpeg.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc2) return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('no frame in this JPEG');
}
