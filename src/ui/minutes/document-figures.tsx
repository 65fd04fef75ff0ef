/** In the berita acara: the ratified figures in figures and words, the shares of the SHU, the budget. */
import type { Minutes, MinutesContent } from '../../domain/minutes.ts';
import { inWords } from '../../domain/money.ts';
import { showCount } from '../kit/figures.ts';
import { reachable } from '../kit/table.tsx';
import { percentOf, rupiahInWords, rupiahOf } from './document-words.ts';
import { type FigureField, isCount, shownFigures } from './figures-beside.ts';
import { documentWords as words } from './minutes-words.ts';

type Entry = MinutesContent['ratified'][number];

export function RatifiedFigures({ ratified }: { ratified: readonly Entry[] }) {
  return (
    <>
      {ratified.map((entry) => (
        <YearTable key={entry.bookYear} entry={entry} />
      ))}
    </>
  );
}

function YearTable({ entry: { bookYear, figures } }: { entry: Entry }) {
  return (
    <section>
      <h2>Angka yang disahkan, tahun buku {bookYear}</h2>
      <table {...reachable}>
        <thead>
          <tr>
            <th scope="col">Uraian</th>
            <th scope="col" class="end">
              Jumlah
            </th>
            <th scope="col">Terbilang</th>
          </tr>
        </thead>
        <tbody>
          {shownFigures([figures]).map((field) => (
            <FigureRow key={field} field={field} figure={figures[field]} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ field, figure }: { field: FigureField; figure: number | undefined }) {
  const counted = isCount(field);
  return (
    <tr>
      <th scope="row">{words.figureFields[field]}</th>
      <td class="end document-figure">{figure === undefined ? '-' : counted ? `${showCount(figure)} orang` : rupiahOf(figure)}</td>
      <td class="document-words">
        {figure === undefined ? 'tidak dilaporkan' : counted ? `${inWords(figure)} orang` : rupiahInWords(figure)}
      </td>
    </tr>
  );
}

export function Shares({ minutes: { shuAllocation = [] } }: { minutes: Minutes }) {
  if (shuAllocation.length === 0) return null;
  const total = shuAllocation.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <section>
      <h2>Pembagian SHU</h2>
      <table {...reachable}>
        <thead>
          <tr>
            <th scope="col">Untuk</th>
            <th scope="col" class="end">
              Bagian
            </th>
            <th scope="col" class="end">
              Jumlah
            </th>
          </tr>
        </thead>
        <tbody>
          {shuAllocation.map(({ purpose, amount }) => (
            <tr key={purpose}>
              <th scope="row">{purpose}</th>
              <td class="end">{percentOf(amount, total)}</td>
              <td class="end document-figure">{rupiahOf(amount)}</td>
            </tr>
          ))}
          <tr class="document-total">
            <th scope="row">Jumlah</th>
            <td class="end">{percentOf(total, total)}</td>
            <td class="end document-figure">{rupiahOf(total)}</td>
          </tr>
        </tbody>
      </table>
      <p class="document-note">Terbilang: {rupiahInWords(total)}.</p>
    </section>
  );
}

export function Budget({ minutes: { plannedRevenue, plannedExpense, bookYears } }: { minutes: Minutes }) {
  if (plannedRevenue === undefined && plannedExpense === undefined) return null;
  const rows = [
    ['Rencana pendapatan', plannedRevenue],
    ['Rencana belanja', plannedExpense],
    ['Rencana SHU', plannedRevenue === undefined || plannedExpense === undefined ? undefined : plannedRevenue - plannedExpense],
  ] as const;
  return (
    <section>
      <h2>Rencana kerja dan RAPB tahun {Math.max(...bookYears) + 1}</h2>
      <table {...reachable}>
        <tbody>
          {rows.map(([label, amount]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="end document-figure">{rupiahOf(amount)}</td>
              <td class="document-words">{amount === undefined ? 'tidak ditetapkan' : rupiahInWords(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
