/** A photo as it is kept: upright, small enough for a village's link, and without the place and the camera written inside it. */
import type { TakenFile } from '../../data/files.ts';

export const longestSide = 1600;
const quality = 0.8;

export type Shrunk = { kind: 'taken'; taken: TakenFile } | { kind: 'refused'; reason: 'type' };

/** `pdf`: a scanned sheet goes as it is. Everything else is drawn anew, which leaves every mark of the camera behind. */
export async function shrinkPhoto(file: File, pdf: boolean): Promise<Shrunk> {
  const takenAt = Date.now();
  if (pdf && file.type === 'application/pdf') return { kind: 'taken', taken: { bytes: await file.arrayBuffer(), takenAt } };
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { kind: 'refused', reason: 'type' };
  }
  const { width, height } = fittedSize(picture.width, picture.height);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  // JPEG knows no transparency, and would make it black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { kind: 'taken', taken: { bytes: await drawn.arrayBuffer(), takenAt } };
}

/** The same shape with its longer side at most as long as is kept; a small picture stays as it is. */
export function fittedSize(width: number, height: number): { width: number; height: number } {
  const share = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}
