/** In the berita acara: the closing sentence, the signatures as they were drawn, and the seal that binds them to the text. */
import { dayOf, formatDay } from '../../domain/day.ts';
import { type Minutes, type SignatureRole, sealedContentOf } from '../../domain/minutes.ts';
import type { Block, Signer } from '../paper/paper.ts';
import { spacedHashOf, timeOf } from './document-words.ts';
import { contentHashOf } from './minutes-acts.ts';
import { documentWords as words } from './minutes-words.ts';

/** As they stand on paper: two in a row, the office below all. */
const order: readonly SignatureRole[] = ['chair', 'secretary', 'witness1', 'witness2', 'boardChair', 'supervisorChair', 'officeWitness'];
const titles: Record<SignatureRole, string> = {
  chair: 'Pimpinan Rapat',
  secretary: 'Sekretaris Rapat',
  witness1: 'Saksi I',
  witness2: 'Saksi II',
  boardChair: 'Ketua Pengurus',
  supervisorChair: 'Ketua Pengawas',
  officeWitness: 'Menyaksikan, petugas dinas',
};

export function signersOf({ signatures }: Pick<Minutes, 'signatures'>, roles = order): Signer[] {
  return roles.flatMap((role) =>
    signatures
      .filter((signature) => signature.role === role)
      .map(({ name, strokes }) => ({ title: titles[role], name, strokes, isAlone: role === 'officeWitness' })),
  );
}

export function signatureBlocks(minutes: Minutes): Block[] {
  const closing =
    'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya, dan ditandatangani di ' +
    `${minutes.place} pada tanggal ${formatDay(minutes.heldOn, 'id')}.`;
  return [
    { kind: 'text', text: closing },
    { kind: 'signers', signers: signersOf(minutes) },
  ];
}

/** Worked out anew from the text: a row that is not what was signed says so on its own paper. */
export function sealBlock(minutes: Minutes): Block {
  const isWhole = contentHashOf(sealedContentOf(minutes)) === minutes.contentHash;
  const sealed = `Disegel ${formatDay(dayOf(minutes.sealedAt), 'id')} pukul ${timeOf(minutes.sealedAt)}. Sidik isi (SHA-256): ${spacedHashOf(minutes.contentHash)}.`;
  return { kind: 'seal', text: isWhole ? `${sealed} ${words.sealWhole}` : sealed, ...(isWhole ? {} : { warning: words.sealBroken }) };
}
