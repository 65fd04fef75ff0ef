/** Reads codes from the camera: with the browser's own detector where it has one, else with one that the app brings along. */

export interface CodeReader {
  /** The texts of the codes in the picture. */
  read(source: HTMLVideoElement): Promise<string[]>;
}

interface Detector {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const wanted = { formats: ['qr_code'] };

export async function openReader(): Promise<CodeReader> {
  const detector = (await ownDetector()) ?? (await broughtAlong());
  return { read: async (source) => (await detector.detect(source)).map(({ rawValue }) => rawValue) };
}

/** Some browsers have the class and, on this system, nothing behind it. */
async function ownDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    return Own && (await Own.getSupportedFormats()).includes('qr_code') ? new Own(wanted) : undefined;
  } catch {
    return undefined;
  }
}

async function broughtAlong(): Promise<Detector> {
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] }) as unknown as Detector;
}
