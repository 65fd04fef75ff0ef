/** A paper becomes a PDF, on the tablet and without a network. */
import type { Paper } from './paper.ts';
import type { PdfAnswer } from './pdf-worker.ts';

export interface Pdf {
  name: string;
  blob: Blob;
}

/** Undefined when it could not be made: a full memory, or an app whose files are not all there. */
export function makePdf(paper: Paper): Promise<Pdf | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
    const end = (blob: Blob | undefined) => {
      worker.terminate();
      resolve(blob && { name: `${paper.fileName}.pdf`, blob });
    };
    worker.addEventListener('message', ({ data }: MessageEvent<PdfAnswer>) => end(data.kind === 'made' ? data.blob : undefined));
    worker.addEventListener('error', () => end(undefined));
    worker.addEventListener('messageerror', () => end(undefined));
    worker.postMessage(paper);
  });
}
