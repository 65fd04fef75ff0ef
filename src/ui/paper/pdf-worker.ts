/** Lays out a paper away from the screen, which stays quick meanwhile: hundreds of signatures take a slow tablet some seconds. */

import italics from 'pdfmake/build/fonts/Roboto/Roboto-Italic.ttf?url';
import bold from 'pdfmake/build/fonts/Roboto/Roboto-Medium.ttf?url';
import boldItalics from 'pdfmake/build/fonts/Roboto/Roboto-MediumItalic.ttf?url';
import normal from 'pdfmake/build/fonts/Roboto/Roboto-Regular.ttf?url';
import pdfMake from 'pdfmake/build/pdfmake.min.js';
import type { Paper } from './paper.ts';
import { pdfDefinitionOf } from './pdf-definition.ts';

export type PdfAnswer = { kind: 'made'; blob: Blob } | { kind: 'notMade' };

/** What the types do not name: where pdfmake looks for the files of its fonts. */
const { virtualfs: files } = pdfMake as unknown as { virtualfs: { writeFileSync(name: string, content: Uint8Array): void } };
const faces = { normal, bold, italics, bolditalics: boldItalics };

addEventListener('message', async ({ data: paper }: MessageEvent<Paper>) => {
  postMessage(await made(paper).catch((): PdfAnswer => ({ kind: 'notMade' })));
});

async function made(paper: Paper): Promise<PdfAnswer> {
  await loadFonts();
  return { kind: 'made', blob: await pdfMake.createPdf(pdfDefinitionOf(paper)).getBlob() };
}

/** From the app's own files, so that they are read once, and only when a paper is made. */
async function loadFonts(): Promise<void> {
  await Promise.all(
    Object.values(faces).map(async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`font: ${answer.status}`);
      files.writeFileSync(address, new Uint8Array(await answer.arrayBuffer()));
    }),
  );
  pdfMake.setFonts({ Roboto: faces });
}
