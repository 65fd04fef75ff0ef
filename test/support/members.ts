// Members of a made-up cooperative, with names as a roll call finds them: in the order of the alphabet.
import type { RosterMember } from '../../src/domain/roster.ts';

const first = ['Agustina', 'Bakri', 'Citra', 'Dahlan', 'Ernawati', 'Fauzi', 'Gunawati', 'Hamid', 'Indah', 'Jamal'];
const last = ['Abdullah', 'Baharuddin', 'Cahyono', 'Darmawan', 'Effendi', 'Firmansyah', 'Ginting', 'Hidayat', 'Irawan', 'Junaidi'];

/** Up to a hundred; women and men by turns. */
export const namedMembers = (count: number): RosterMember[] =>
  first
    .flatMap((one, place) =>
      last.map((other) => ({ name: `${one} ${other}`, sex: place % 2 === 0 ? ('female' as const) : ('male' as const) })),
    )
    .slice(0, count)
    .map((member, index) => {
      const number = String(index + 1).padStart(4, '0');
      return { memberKey: number, memberNumber: number, ...member };
    });
