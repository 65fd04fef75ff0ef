/** A paper as pdfmake lays it out: A4, the head of a table on every page, and in every foot what the page belongs to. */
import type { Content, ContentStack, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { padHeight, padWidth, pathOf, type Stroke } from '../kit/signature-strokes.ts';
import {
  type Block,
  type Card,
  type Cell,
  type Column,
  isSignature,
  type Letterhead,
  type Paper,
  type Signer,
  type Table,
  writtenCell,
} from './paper.ts';

/** Points in a millimetre. */
const mm = 72 / 25.4;
const side = 16 * mm;
const width = 210 * mm - 2 * side;
const rule = 0.6;
const grey = '#555555';

export function pdfDefinitionOf({ title, letterhead, isDemo, blocks, isBare, seal }: Paper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [side, 14 * mm, side, 18 * mm],
    info: { title: `${title} ${letterhead.name}`, creator: 'Pantau', producer: 'Pantau' },
    language: 'id',
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    content: [
      ...(isDemo && !isBare ? [demoMark] : []),
      ...(isBare ? [] : [letterheadOf(letterhead)]),
      ...blocks.map((block) => contentOf(block)),
      ...(seal ? [checkOf(seal.checkAddress)] : []),
    ],
    // A heading at the foot of a page goes over to the next one with what it stands above.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) => node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    footer: (page, pages) => (isBare ? '' : footOf(`${title}, ${letterhead.name}`, seal?.contentHash, `${page} / ${pages}`)),
    ...(isDemo ? { watermark: { text: 'DATA CONTOH', opacity: 0.05, angle: -55 } } : {}),
  };
}

const demoMark: Content = {
  text: 'DATA CONTOH, BUKAN DOKUMEN RESMI',
  alignment: 'center',
  bold: true,
  color: '#b00020',
  margin: [0, 0, 0, 2 * mm],
};

function letterheadOf({ office, name, lines }: Letterhead): Content {
  const officeLines: Content[] = office.map((text, place) => ({
    text,
    bold: place < office.length - 1 || office.length === 1,
    fontSize: place < office.length - 1 || office.length === 1 ? 12 : 9,
    alignment: 'center',
  }));
  const own: Content[] = [
    { text: broken(name.toUpperCase()), bold: true, fontSize: 14, alignment: 'center' },
    ...lines.map((text): Content => ({ text: broken(text), fontSize: 9, alignment: 'center' })),
  ];
  return {
    stack: [
      ...officeLines,
      ...(office.length > 0 ? [lineOver(width, [0, 2 * mm, 0, 3 * mm], true)] : []),
      ...own,
      lineOver(width, [0, 2 * mm, 0, 4 * mm], office.length === 0),
    ],
  };
}

/** Over the width of the text; the one below a letterhead is double. */
function lineOver(long: number, margin: [number, number, number, number], isDouble: boolean): Content {
  const line = (y: number, lineWidth: number) => ({ type: 'line' as const, x1: 0, y1: y, x2: long, y2: y, lineWidth });
  return { canvas: isDouble ? [line(0, 1.6), line(3, 0.6)] : [line(0, 0.6)], margin };
}

function footOf(whose: string, contentHash: string | undefined, pages: string): Content {
  const lines: Content[] = [{ text: broken(whose.length > 90 ? `${whose.slice(0, 89)}…` : whose) }];
  if (contentHash) lines.push({ text: `Sidik isi ${contentHash}`, fontSize: 6.5 });
  return {
    margin: [side, 5 * mm, side, 0],
    fontSize: 7.5,
    color: grey,
    columns: [
      { width: '*', stack: lines },
      { width: 22 * mm, text: pages, alignment: 'right' },
    ],
  };
}

/** What anyone with a telephone can scan. */
function checkOf(address: string): Content {
  return {
    unbreakable: true,
    margin: [0, 5 * mm, 0, 0],
    columns: [
      // In capitals it takes a third fewer dots; the host and the page read both.
      { width: 30 * mm, qr: address.toUpperCase(), fit: 28 * mm, eccLevel: 'M' },
      {
        width: '*',
        stack: [
          { text: 'Periksa keaslian', bold: true },
          { text: 'Pindai kode ini, atau buka alamat di bawah, untuk melihat apakah dokumen ini ada di kantor dan belum berubah.' },
          { text: broken(address), fontSize: 8, margin: [0, 1 * mm, 0, 0] },
        ],
      },
    ],
  };
}

function contentOf(block: Block): Content {
  switch (block.kind) {
    case 'title':
      return {
        margin: [0, 0, 0, 3 * mm],
        alignment: 'center',
        stack: [
          ...block.lines.map((text): Content => ({ text: broken(text), bold: true, fontSize: 13 })),
          ...(block.below ? [{ text: broken(block.below), margin: [0, 1 * mm, 0, 0] } satisfies Content] : []),
        ],
      };
    case 'text':
      return { text: broken(block.text), margin: [0, 0, 0, 2 * mm] };
    case 'note':
      return { text: broken(block.text), italics: true, fontSize: 9, margin: [0, 0, 0, 2 * mm] };
    case 'section':
      return sectionOf(block);
    case 'list':
      return listOf(block.items);
    case 'table':
      return tableOf(block);
    case 'cards':
      return cardsOf(block.cards);
    case 'signers':
      return signersOf(block.signers);
    case 'seal':
      return {
        table: {
          widths: ['*'],
          body: [[{ stack: [broken(block.text), ...(block.warning ? [{ text: block.warning, bold: true }] : [])], fontSize: 8.5 }]],
        },
        layout: layoutOf(2 * mm),
        margin: [0, 3 * mm, 0, 2 * mm],
        unbreakable: true,
      };
  }
}

/** The heading stays with what follows it. */
function sectionOf({ heading, blocks, onNewPage }: Extract<Block, { kind: 'section' }>): ContentStack {
  const [first, ...rest] = blocks.map((block) => contentOf(block));
  const head: Content = { text: heading, bold: true, fontSize: 11, margin: [0, 0, 0, 1.5 * mm], headlineLevel: 1 };
  return {
    margin: [0, 2 * mm, 0, 1 * mm],
    stack: [head, ...(first ? [first] : []), ...rest],
    ...(onNewPage ? { pageBreak: 'before' } : {}),
  };
}

function listOf(items: Extract<Block, { kind: 'list' }>['items']): Content {
  const half = Math.ceil(items.length / 2);
  const column = (part: typeof items, start: number) => ({
    width: '*',
    ol: part.map(({ text, note }) => ({ stack: [broken(text), ...(note ? [{ text: broken(note), italics: true, fontSize: 9 }] : [])] })),
    start,
  });
  if (items.length < 4) return column(items, 1);
  return { columns: [column(items.slice(0, half), 1), column(items.slice(half), half + 1)], columnGap: 8 * mm };
}

function tableOf({ caption, columns, rows, isForPen }: Table): Content {
  const hasHead = columns.some(({ title }) => title !== undefined);
  const head: TableCell[] = columns.map(({ title = '', isFigure }) => ({
    text: title,
    bold: true,
    fontSize: 9,
    fillColor: '#eeeeee',
    ...(isFigure ? { alignment: 'right' as const } : {}),
  }));
  const look = isForPen ? { verticalAlignment: 'middle' } : {};
  const body = rows.map(({ cells, isTotal }) =>
    cells.flatMap((cell, place) => cellsOf(cell, columns[place], isTotal === true).map((written) => Object.assign(written, look))),
  );
  return {
    stack: [
      ...(caption ? [{ text: broken(caption), fontSize: 9, margin: [0, 0, 0, 1 * mm] } satisfies Content] : []),
      {
        table: {
          headerRows: hasHead ? 1 : 0,
          keepWithHeaderRows: hasHead ? 1 : 0,
          dontBreakRows: rows.every(({ cells }) => cells.every(isShort)),
          widths: columns.map((column) => (column.width === 'rest' ? '*' : column.width * mm - 2 * cellPadding - rule)),
          heights: isForPen ? (place) => (place === 0 ? 'auto' : 8 * mm) : 'auto',
          body: hasHead ? [head, ...body] : body,
        },
        layout: layoutOf(1 * mm),
        fontSize: 9,
        margin: [0, 0, 0, 2 * mm],
      },
    ],
  };
}

const cellPadding = 1.6 * mm;
const layoutOf = (above: number) => ({
  hLineWidth: () => rule,
  vLineWidth: () => rule,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
  paddingTop: () => above,
  paddingBottom: () => above,
});

// A row taller than a page could stand nowhere if it had to stay whole.
const isShort = (cell: Cell): boolean => isSignature(cell) || writtenCell(cell).text.length + (writtenCell(cell).note?.length ?? 0) < 600;

function cellsOf(cell: Cell, column: Column | undefined, isTotal: boolean): TableCell[] {
  if (isSignature(cell)) {
    const { strokes, place } = cell;
    if (strokes && strokes.length > 0) return [drawn(strokes, 24 * mm)];
    return [{ text: `${place}.`, fontSize: 7.5, margin: [place % 2 === 0 ? 15 * mm : 0, 0, 0, 0] }];
  }
  const { text, note, span = 1, isFigure = column?.isFigure } = writtenCell(cell);
  const written: TableCell = {
    stack: [broken(text), ...(note ? [{ text: broken(note), italics: true, fontSize: 8 }] : [])],
    bold: isTotal,
    colSpan: span,
    ...(isFigure ? { alignment: 'right' as const } : {}),
  };
  return [written, ...Array.from({ length: span - 1 }, (): TableCell => ({}))];
}

const cardsInRow = 3;
const cardHeight = 31 * mm;

/** Eight rows on a sheet, with lines to cut along. */
function cardsOf(cards: readonly Card[]): Content {
  const rows: TableCell[][] = [];
  for (let first = 0; first < cards.length; first += cardsInRow) {
    const inRow = cards.slice(first, first + cardsInRow).map(cardOf);
    rows.push([...inRow, ...Array.from({ length: cardsInRow - inRow.length }, (): TableCell => '')]);
  }
  return {
    table: { widths: Array(cardsInRow).fill('*'), heights: cardHeight, dontBreakRows: true, body: rows },
    layout: { ...layoutOf(0), hLineStyle: () => cut, vLineStyle: () => cut, hLineColor: () => grey, vLineColor: () => grey },
  };
}

const cut = { dash: { length: 3, space: 3 } };

const cardOf = ({ heading, number, code }: Card): TableCell => ({
  margin: [0, 2 * mm, 0, 0],
  columns: [
    { width: 29 * mm, qr: code, fit: 27 * mm, eccLevel: 'M' },
    {
      width: '*',
      stack: [
        { text: broken(heading), fontSize: 8 },
        { text: broken(number), fontSize: number.length > 8 ? 11 : 18, bold: true, margin: [0, 2 * mm, 0, 0] },
      ],
    },
  ],
});

function signersOf(signers: readonly Signer[]): Content {
  const pairs: Signer[][] = [];
  for (const signer of signers) {
    const last = pairs.at(-1);
    if (!signer.isAlone && last?.length === 1 && !last[0]?.isAlone) last.push(signer);
    else pairs.push([signer]);
  }
  return {
    margin: [0, 3 * mm, 0, 0],
    stack: pairs.map((pair) => ({
      unbreakable: true,
      margin: [0, 4 * mm, 0, 0],
      columns: pair.map((signer) => ({ width: '*', stack: signerOf(signer), alignment: 'center' as const })),
    })),
  };
}

function signerOf({ title, name, strokes }: Signer): Content[] {
  const image: Content =
    strokes && strokes.length > 0 ? { ...drawn(strokes, 45 * mm), alignment: 'center' } : { text: ' ', margin: [0, 0, 0, 14 * mm] };
  return [{ text: title }, image, { text: broken(name), bold: true }];
}

/** As the pad drew it: one path, its proportions kept. */
function drawn(strokes: readonly Stroke[], wide: number) {
  const path = `<path d="${pathOf(strokes)}" fill="none" stroke="#000" stroke-width="90" stroke-linecap="round" stroke-linejoin="round"/>`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${padWidth} ${padHeight}">${path}</svg>`, width: wide };
}

const longestWhole = 28;

/** A word of 200 characters would push its column off the sheet: it may break where nothing is seen. */
export const broken = (text: string): string =>
  text.replace(/\S{29,}/g, (word) => word.match(new RegExp(`.{1,${longestWhole}}`, 'gu'))?.join('\u200b') ?? word);
