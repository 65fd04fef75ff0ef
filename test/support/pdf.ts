// Papers laid out for real, with the app's own fonts, away from a browser.
import { join } from 'node:path';
import pdfMake from 'pdfmake';
import type { Block, Cell, Paper } from '../../src/ui/paper/paper.ts';
import { isSignature, writtenCell } from '../../src/ui/paper/paper.ts';
import { pdfDefinitionOf } from '../../src/ui/paper/pdf-definition.ts';

const folder = join(import.meta.dirname, '../../node_modules/pdfmake/build/fonts/Roboto');
const face = (name: string) => join(folder, `Roboto-${name}.ttf`);

export interface LaidOut {
  bytes: Buffer;
  pages: number;
}

export async function laidOut(paper: Paper): Promise<LaidOut> {
  pdfMake.setLocalAccessPolicy((path) => path.startsWith(folder));
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setFonts({
    Roboto: { normal: face('Regular'), bold: face('Medium'), italics: face('Italic'), bolditalics: face('MediumItalic') },
  });
  const bytes = await pdfMake.createPdf(pdfDefinitionOf(paper)).getBuffer();
  return { bytes, pages: bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0 };
}

/** All that a paper says, a line for each cell and paragraph. */
export const saidBy = (paper: Paper): string[] => [paper.letterhead.name, ...paper.letterhead.lines, ...paper.blocks.flatMap(saidIn)];

function saidIn(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [...block.lines, block.below ?? ''];
    case 'text':
    case 'note':
      return [block.text];
    case 'seal':
      return [block.text, block.warning ?? ''];
    case 'section':
      return [block.heading, ...block.blocks.flatMap(saidIn)];
    case 'list':
      return block.items.flatMap(({ text, note = '' }) => [text, note]);
    case 'table':
      return [block.caption ?? '', ...block.rows.map(({ cells }) => cells.map(saidInCell).join(' | '))];
    case 'cards':
      return block.cards.map(({ heading, number, code }) => `${heading} | ${number} | ${code}`);
    case 'signers':
      return block.signers.map(({ title, name }) => `${title}: ${name}`);
  }
}

function saidInCell(cell: Cell): string {
  if (isSignature(cell)) return cell.strokes?.length ? 'ditandatangani' : `${cell.place}.`;
  const { text, note } = writtenCell(cell);
  return note ? `${text} (${note})` : text;
}
