/** In the berita acara: what was changed after the seal, old beside new, with the reason and who changed it. */
import { dayOf, formatDay } from '../../domain/day.ts';
import type { Minutes } from '../../domain/minutes.ts';
import { type Block, row } from '../paper/paper.ts';
import { changedLinesOf } from './changed-lines.ts';
import { timeOf } from './document-words.ts';
import { labelOf } from './minutes-places.ts';
import { documentWords as words } from './minutes-words.ts';

type Amendment = NonNullable<Minutes['amendments']>[number];

export function amendmentBlocks({ amendments = [] }: Minutes, officerNames: ReadonlyMap<string, string>): Block[] {
  if (amendments.length === 0) return [];
  return [
    {
      kind: 'section',
      heading: 'Perubahan setelah disegel',
      blocks: [
        { kind: 'note', text: 'Isi di atas sudah memuat perubahan berikut. Tanda tangan terikat pada isi semula.' },
        ...amendments.map((amendment, place) => tableOf(amendment, place + 1, officerNames.get(amendment.officerId))),
      ],
    },
  ];
}

function tableOf({ at, reason, changes }: Amendment, number: number, officer: string | undefined): Block {
  const by = officer ? ` oleh ${officer}` : '';
  const linesOf = (lines: readonly string[]) => (lines.length > 0 ? lines.join('\n') : '-');
  return {
    kind: 'table',
    caption: `Perubahan ${number}, ${formatDay(dayOf(at), 'id')} pukul ${timeOf(at)}${by}. Alasan: ${reason}`,
    columns: [
      { title: 'Bagian', width: 38 },
      { title: 'Semula', width: 'rest' },
      { title: 'Menjadi', width: 'rest' },
    ],
    rows: Object.entries(changes).map(([field, change]) => {
      const { before, after } = changedLinesOf(field, change, words, 'id');
      return row(labelOf(field, words), linesOf(before), linesOf(after));
    }),
  };
}
