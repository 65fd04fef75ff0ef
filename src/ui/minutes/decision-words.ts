/** The decisions a RAT usually takes, as the document says them; the agenda item each belongs to. */
import type { AgendaKey } from '../../domain/minutes.ts';
import type { QuorumRule } from '../../domain/quorum.ts';

/** `years`: '2025' or '2024 dan 2025'; `next`: the year that the plan is for. */
export const usualDecisions: readonly { agendaKey: AgendaKey; text: (years: string, next: string) => string }[] = [
  { agendaKey: 'rulesOfOrder', text: () => 'Menyetujui tata tertib rapat.' },
  { agendaKey: 'boardReport', text: (years) => `Menerima laporan pertanggungjawaban pengurus tahun buku ${years}.` },
  { agendaKey: 'supervisorReport', text: (years) => `Menerima laporan pengawas tahun buku ${years}.` },
  {
    agendaKey: 'ratification',
    text: (years) => `Mengesahkan laporan pertanggungjawaban, neraca, dan perhitungan hasil usaha tahun buku ${years}.`,
  },
  { agendaKey: 'shuDistribution', text: (years) => `Menetapkan pembagian SHU tahun buku ${years}.` },
  { agendaKey: 'workPlanBudget', text: (_years, next) => `Mengesahkan rencana kerja dan RAPB tahun ${next}.` },
  { agendaKey: 'election', text: () => 'Menetapkan pengurus dan pengawas terpilih.' },
];

/** Stricter shares that bylaws usually ask for single items, by the name the form gives them. */
export const stricterRules: Readonly<Record<string, QuorumRule>> = {
  '2/3': { num: 2, den: 3, strict: false },
  '3/4': { num: 3, den: 4, strict: false },
};

export const nameOfRule = (rule: QuorumRule | undefined): string | undefined => rule && `${rule.num}/${rule.den}`;

/** [2024, 2025] → '2024 dan 2025'. */
export const yearsInWords = (years: readonly number[]): string =>
  years.length < 2 ? years.join('') : `${years.slice(0, -1).join(', ')} dan ${years.at(-1)}`;
