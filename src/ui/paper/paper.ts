/** A paper: what a document says, block by block, and nothing of how it is drawn. The screen and the PDF draw the same one. */
import type { Stroke } from '../kit/signature-strokes.ts';

export interface Paper {
  /** 'Berita acara'. */
  title: string;
  /** Without what says its kind: 'berita-acara-tirta-makmur-2025'. */
  fileName: string;
  letterhead: Letterhead;
  /** Made of invented data, which every page must say. */
  isDemo: boolean;
  blocks: readonly Block[];
  /** Without letterhead and foot: what is cut up needs neither. */
  isBare?: boolean;
  /** What binds the paper to the record; without it, the paper proves nothing by itself. */
  seal?: Seal;
}

export interface Letterhead {
  /** Of the office, the most important line last but its address: none until the office has set them. */
  office: readonly string[];
  /** Whose paper it is. */
  name: string;
  lines: readonly string[];
}

export interface Seal {
  /** SHA-256 of the content, in hexadecimal. */
  contentHash: string;
  /** Of the page on which anyone can see whether the office has it. */
  checkAddress: string;
}

export type Block =
  | { kind: 'title'; lines: readonly string[]; below?: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'section'; heading: string; blocks: readonly Block[]; onNewPage?: boolean }
  /** In two columns where there is room. */
  | { kind: 'list'; items: readonly { text: string; note?: string }[] }
  | Table
  /** To be cut out, three in a row. */
  | { kind: 'cards'; cards: readonly Card[] }
  | { kind: 'signers'; signers: readonly Signer[] }
  | { kind: 'seal'; text: string; warning?: string };

export interface Table {
  kind: 'table';
  caption?: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Tall enough to be signed with a pen. */
  isForPen?: boolean;
}
export interface Column {
  /** A table whose columns have no title has no head. */
  title?: string;
  /** Millimetres, or what the others leave. */
  width: number | 'rest';
  isFigure?: boolean;
}
export interface Row {
  cells: readonly Cell[];
  isTotal?: boolean;
}
export type Cell = string | WrittenCell | SignatureCell;
export interface WrittenCell {
  text: string;
  note?: string;
  /** How many columns it takes. */
  span?: number;
  isFigure?: boolean;
}
/** Without strokes a place for the pen, numbered left and right by turns as on any list in the field. */
export interface SignatureCell {
  name: string;
  strokes: readonly Stroke[] | undefined;
  place: number;
}
export interface Card {
  heading: string;
  number: string;
  code: string;
}
export interface Signer {
  title: string;
  name: string;
  strokes: readonly Stroke[] | undefined;
  /** In the middle, below those who sign two by two. */
  isAlone?: boolean;
}

export const isSignature = (cell: Cell): cell is SignatureCell => typeof cell === 'object' && 'strokes' in cell;
export const writtenCell = (cell: string | WrittenCell): WrittenCell => (typeof cell === 'string' ? { text: cell } : cell);
export const row = (...cells: Cell[]): Row => ({ cells });
