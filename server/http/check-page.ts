// What the public page says of a paper, in Indonesian with English below; all that came from outside is written as text.
import { dayOf, formatDay, formatTime } from '../../src/domain/day.ts';
import type { SealedMinutes } from '../store/sealed-minutes.ts';

const kindNames: Record<SealedMinutes['kind'], string> = {
  rat: 'Rapat Anggota Tahunan',
  ralb: 'Rapat Anggota Luar Biasa',
  khusus: 'Rapat Anggota Khusus',
};
const verified = ['Sudah diverifikasi kantor', 'Verified by the office'] as const;
const returned = ['Dikembalikan kantor untuk diperbaiki', 'Returned by the office to be corrected'] as const;
const waiting = ['Menunggu verifikasi kantor', 'Waiting for the office to verify it'] as const;
const stateNames: Record<SealedMinutes['state'], readonly [indonesian: string, english: string]> = {
  planned: waiting,
  open: waiting,
  adjourned: waiting,
  cancelled: waiting,
  waitingForVerification: waiting,
  returned,
  verified,
};

/** Undefined: the office has no such record. */
export function checkPage(found: SealedMinutes | undefined): string {
  const [title, body] = found ? foundPage(found) : unknownPage();
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/v/check.css">
<link rel="icon" href="/favicon.svg">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function foundPage(of: SealedMinutes): [title: string, body: string] {
  const title = of.isWhole ? 'Dokumen ini ada di kantor' : 'Catatan di kantor tidak utuh';
  const [state, stateEnglish] = stateNames[of.state];
  const facts: [label: string, english: string, value: string][] = [
    ['Koperasi', 'Cooperative', of.cooperativeName],
    ...(of.legalEntityNumber ? [['Badan hukum', 'Legal entity', of.legalEntityNumber] as [string, string, string]] : []),
    ['Rapat', 'Meeting', `${kindNames[of.kind]}, tahun buku ${of.bookYears.join(', ')}`],
    ['Tanggal rapat', 'Held on', formatDay(of.heldOn, 'id')],
    ['Hadir', 'Present', `${of.present} dari ${of.registered} yang berhak memberikan suara`],
    ['Disegel', 'Sealed', momentOf(of.sealedAt)],
    ['Status', 'Standing', `${state} (${stateEnglish})`],
  ];
  const rows = facts.map(([label, english, value]) => `<dt>${label} <span lang="en">${english}</span></dt>\n<dd>${escaped(value)}</dd>`);
  return [
    title,
    `${of.isDemo ? '<p class="demo">DATA CONTOH, BUKAN DOKUMEN RESMI</p>\n' : ''}<h1 class="${of.isWhole ? 'good' : 'bad'}">${title}</h1>
<p>${
      of.isWhole
        ? 'Bandingkan isi di bawah dengan kertas di tangan Anda. Bila ada yang berbeda, kertas itu bukan salinan yang benar.'
        : 'Isi catatan tidak lagi cocok dengan sidiknya. Hubungi kantor dinas dan tunjukkan kertas ini.'
    }</p>
<p lang="en">${
      of.isWhole
        ? 'The office has this document. Compare what stands below with your paper; if anything differs, the paper is not a true copy.'
        : 'The record no longer fits its mark. Ask the office.'
    }</p>
<dl>
${rows.join('\n')}
</dl>
${amendmentsOf(of.amendedAt)}`,
  ];
}

function amendmentsOf(amendedAt: readonly number[]): string {
  if (amendedAt.length === 0) return '';
  return `<p class="warn">Setelah disegel, berita acara ini diubah: ${amendedAt.map(momentOf).join('; ')}. Minta salinan terbaru, yang memuat perubahannya.</p>
<p lang="en">It was amended after it had been sealed. Ask for the latest copy, which shows what changed.</p>
`;
}

const unknownPage = (): [title: string, body: string] => [
  'Dokumen ini belum ada di kantor',
  `<h1 class="bad">Dokumen ini belum ada di kantor</h1>
<p>Mungkin tablet petugas belum terhubung dengan kantor sejak rapat; coba lagi beberapa hari lagi. Mungkin juga alamatnya salah ketik, atau kertasnya bukan dari kantor ini. Tanyakan kepada kantor dinas dengan membawa kertasnya.</p>
<p lang="en">The office does not have this document. The officer’s tablet may not have reached the office yet; the address may be mistyped; or the paper does not come from this office.</p>`,
];

const momentOf = (at: number): string => `${formatDay(dayOf(at), 'id')} pukul ${formatTime(at, 'id')}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

export const checkStyle = `body { margin: 0; background: #fff; color: #111; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; padding: 0.75rem 1rem; border-left: 0.5rem solid; font-size: 1.5rem; line-height: 1.25; }
h1.good { border-color: #0a5c2b; background: #e8f5ec; color: #053b1b; }
h1.bad { border-color: #9c1c1c; background: #fdecec; color: #5f0f0f; }
dl { margin: 1.5rem 0; border-top: 1px solid #767676; }
dt { padding-top: 0.75rem; font-weight: 700; }
dd { margin: 0; padding-bottom: 0.75rem; border-bottom: 1px solid #767676; }
[lang="en"] { color: #444; font-size: 1rem; font-weight: 400; font-style: italic; }
.warn { padding: 0.75rem 1rem; border: 2px solid #7a4b00; background: #fff6e5; }
.demo { padding: 0.5rem; border: 2px dashed #9c1c1c; color: #7f1616; font-weight: 700; text-align: center; }
`;
