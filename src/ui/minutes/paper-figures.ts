/** In the berita acara: the ratified figures in figures and words, the shares of the SHU, the budget. */
import type { Minutes, MinutesContent } from '../../domain/minutes.ts';
import { inWords } from '../../domain/money.ts';
import { showCount } from '../kit/figures.ts';
import { type Block, row } from '../paper/paper.ts';
import { percentOf, rupiahInWords, rupiahOf } from './document-words.ts';
import { type FigureField, isCount, shownFigures } from './figures-beside.ts';
import { documentWords as words } from './minutes-words.ts';

const columns = [
  { title: 'Uraian', width: 44 },
  { title: 'Jumlah', width: 42, isFigure: true },
  { title: 'Terbilang', width: 'rest' },
] as const;

export const ratifiedBlocks = (ratified: MinutesContent['ratified']): Block[] =>
  ratified.map(({ bookYear, figures }) => ({
    kind: 'section',
    heading: `Angka yang disahkan, tahun buku ${bookYear}`,
    blocks: [{ kind: 'table', columns, rows: shownFigures([figures]).map((field) => figureRow(field, figures[field])) }],
  }));

function figureRow(field: FigureField, figure: number | undefined) {
  const label = words.figureFields[field];
  if (figure === undefined) return row(label, '-', 'tidak dilaporkan');
  return isCount(field)
    ? row(label, `${showCount(figure)} orang`, `${inWords(figure)} orang`)
    : row(label, rupiahOf(figure), rupiahInWords(figure));
}

export function shareBlocks({ shuAllocation = [] }: Pick<Minutes, 'shuAllocation'>): Block[] {
  if (shuAllocation.length === 0) return [];
  const total = shuAllocation.reduce((sum, { amount }) => sum + amount, 0);
  const rows = [
    ...shuAllocation.map(({ purpose, amount }) => row(purpose, percentOf(amount, total), rupiahOf(amount))),
    { ...row('Jumlah', percentOf(total, total), rupiahOf(total)), isTotal: true },
  ];
  const shareColumns = [
    { title: 'Untuk', width: 'rest' },
    { title: 'Bagian', width: 26, isFigure: true },
    { title: 'Jumlah', width: 48, isFigure: true },
  ] as const;
  return [
    {
      kind: 'section',
      heading: 'Pembagian SHU',
      blocks: [
        { kind: 'table', columns: shareColumns, rows },
        { kind: 'note', text: `Terbilang: ${rupiahInWords(total)}.` },
      ],
    },
  ];
}

export function budgetBlocks({
  plannedRevenue,
  plannedExpense,
  bookYears,
}: Pick<Minutes, 'plannedRevenue' | 'plannedExpense' | 'bookYears'>): Block[] {
  if (plannedRevenue === undefined && plannedExpense === undefined) return [];
  const surplus = plannedRevenue === undefined || plannedExpense === undefined ? undefined : plannedRevenue - plannedExpense;
  const line = (label: string, amount: number | undefined) =>
    row(label, rupiahOf(amount), amount === undefined ? 'tidak ditetapkan' : rupiahInWords(amount));
  return [
    {
      kind: 'section',
      heading: `Rencana kerja dan RAPB tahun ${Math.max(...bookYears) + 1}`,
      blocks: [
        {
          kind: 'table',
          columns,
          rows: [line('Rencana pendapatan', plannedRevenue), line('Rencana belanja', plannedExpense), line('Rencana SHU', surplus)],
        },
      ],
    },
  ];
}
