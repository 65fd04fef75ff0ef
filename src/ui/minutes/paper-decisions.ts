/** In the berita acara and the notulen: the agenda, the decisions with their votes, who was elected. */
import type { BoardTerm } from '../../domain/board-term.ts';
import { formatDay } from '../../domain/day.ts';
import type { Decision, Minutes } from '../../domain/minutes.ts';
import { showCount } from '../kit/figures.ts';
import { type Block, row } from '../paper/paper.ts';
import { ruleInWords } from './document-words.ts';
import { documentWords as words } from './minutes-words.ts';

export function agendaBlocks(agenda: Minutes['agenda']): Block[] {
  const done = agenda.filter((item) => item.done);
  if (done.length === 0) return [];
  return [
    { kind: 'section', heading: 'Acara rapat', blocks: [{ kind: 'list', items: done.map(({ key }) => ({ text: words.agenda[key] })) }] },
  ];
}

export function decisionBlocks(decisions: readonly Decision[], present: number): Block[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map((decision, place) =>
    row(
      String(place + 1),
      { text: decision.text, note: words.agenda[decision.agendaKey] },
      methodOf(decision, present),
      decision.adopted ? 'Disetujui' : 'Ditolak',
    ),
  );
  const columns = [
    { title: 'No.', width: 10, isFigure: true },
    { title: 'Keputusan', width: 'rest' },
    { title: 'Cara memutuskan', width: 44 },
    { title: 'Hasil', width: 20 },
  ] as const;
  return [{ kind: 'section', heading: 'Keputusan', blocks: [{ kind: 'table', columns, rows }] }];
}

export function methodOf({ method, yes = 0, no = 0, abstain = 0, rule }: Decision, present: number): string {
  if (method === 'consensus') return 'Musyawarah mufakat';
  const votes = `setuju ${showCount(yes)}, tidak setuju ${showCount(no)}, abstain ${showCount(abstain)}`;
  const needed = rule ? `; syarat ${ruleInWords(rule)}` : '';
  return `Pemungutan suara: ${votes}, dari ${showCount(present)} yang hadir${needed}`;
}

export function electedBlocks(elected: readonly BoardTerm[] = []): Block[] {
  if (elected.length === 0) return [];
  const day = (date: string | undefined) => (date ? formatDay(date, 'id') : '-');
  const rows = elected.map(({ role, personName, fromOn, toOn }) =>
    row(words.boardRoles[role], personName, `${day(fromOn)} sampai ${day(toOn)}`),
  );
  const columns = [
    { title: 'Jabatan', width: 32 },
    { title: 'Nama', width: 'rest' },
    { title: 'Masa jabatan', width: 56 },
  ] as const;
  return [{ kind: 'section', heading: 'Pengurus dan pengawas terpilih', blocks: [{ kind: 'table', columns, rows }] }];
}
