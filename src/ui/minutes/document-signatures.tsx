/** In the berita acara: the closing sentence, the signatures as they were drawn, and the seal that binds them to the text. */
import { dayOf, formatDay } from '../../domain/day.ts';
import { type Minutes, type SignatureRole, sealedContentOf } from '../../domain/minutes.ts';
import { SignatureImage } from '../kit/signature-pad.tsx';
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

export function Signatures({ minutes }: { minutes: Minutes }) {
  const signed = order.flatMap((role) => minutes.signatures.find((signature) => signature.role === role) ?? []);
  return (
    <section>
      <p>
        Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya, dan ditandatangani di {minutes.place}{' '}
        pada tanggal {formatDay(minutes.heldOn, 'id')}.
      </p>
      <div class="signatures">
        {signed.map(({ role, name, strokes }) => (
          <div key={role} class={role === 'officeWitness' ? 'keep document-signer alone' : 'keep document-signer'}>
            <div>{titles[role]}</div>
            <SignatureImage name={name} strokes={strokes} />
            <div class="document-signed-name">{name}</div>
          </div>
        ))}
      </div>
    </section>
  );
}

export function Seal({ minutes }: { minutes: Minutes }) {
  const whole = contentHashOf(sealedContentOf(minutes)) === minutes.contentHash;
  return (
    <p class="document-seal keep">
      Disegel {formatDay(dayOf(minutes.sealedAt), 'id')} pukul {timeOf(minutes.sealedAt)}. Sidik isi (SHA-256):{' '}
      <code>{spacedHashOf(minutes.contentHash)}</code>
      <br />
      {whole ? words.sealWhole : <strong>{words.sealBroken}</strong>}
    </p>
  );
}
