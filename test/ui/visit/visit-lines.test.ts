import { describe, expect, test } from 'vitest';
import { changedLines, headerLines, partLines, type Tongue } from '../../../src/ui/visit/visit-lines.ts';
import { visit as english } from '../../../src/ui/words/en/visit.ts';
import { visit as indonesian } from '../../../src/ui/words/id/visit.ts';

const id: Tongue = { words: indonesian, language: 'id' };
const en: Tongue = { words: english, language: 'en' };

describe('a visit in words', () => {
  test('only what was answered is said', () => {
    expect(partLines('existence', { existence: { officeFound: true, signboard: false } }, id)).toEqual([
      { label: 'Kantor ditemukan', value: 'Ya' },
      { label: 'Papan nama terpasang', value: 'Tidak' },
    ]);
    expect(partLines('finance', {}, id)).toEqual([]);
  });

  test('money, counts and days are written as the office writes them', () => {
    const finance = partLines('finance', { finance: { bookYear: 2025, assets: 1_234_567, shu: -500, externalCapital: 0 } }, id);
    expect(finance.map(({ value }) => value)).toEqual(['2025', 'Rp 1.234.567', 'Rp 0', '-Rp 500']);
    expect(
      partLines('institution', { institution: { membersMale: 3350, plannedRatOn: '2026-06-30' } }, en).map(({ value }) => value),
    ).toEqual(['3.350 people', '30 June 2026']);
  });

  test('books are told by what is there and what is missing', () => {
    expect(partLines('institution', { institution: { books: { members: true, guests: false, loans: true } } }, id)).toEqual([
      { label: 'Buku yang ada', value: 'Daftar anggota, Pinjaman anggota' },
      { label: 'Buku yang tidak ada', value: 'Buku tamu' },
    ]);
  });

  test('the head names the time from and to, the people and the place', () => {
    const lines = headerLines(
      {
        purpose: 'liquidation',
        visitedOn: '2026-07-06',
        startedAt: Date.UTC(2026, 6, 6, 1, 5),
        endedAt: Date.UTC(2026, 6, 6, 3),
        personsMet: [{ name: 'Bu Rina', position: 'Ketua' }],
        position: { latitude: -0.4123456, longitude: 117, accuracyMetres: 8, takenAt: 0 },
      },
      id,
    );
    expect(lines.map(({ value }) => value)).toEqual([
      'Penyelesaian (likuidasi)',
      '6 Juli 2026',
      '09.05 sampai 11.00 WITA',
      'Bu Rina, Ketua',
      '-0.41235, 117.00000 (ketelitian ±8 m)',
    ]);
  });
});

describe('an amendment in words', () => {
  test('names each answer that differs, from and to', () => {
    const changes = {
      existence: { from: { officeFound: true, signboard: true }, to: { officeFound: true, signboard: false, addressRight: true } },
      findings: { from: null, to: 'Buku kas kosong' },
    };
    expect(changedLines(changes, id)).toEqual([
      { label: 'Papan nama terpasang', from: 'Ya', to: 'Tidak' },
      { label: 'Alamat sesuai register', from: undefined, to: 'Ya' },
      { label: 'Temuan', from: undefined, to: 'Buku kas kosong' },
    ]);
  });

  test('a signature drawn again is said to be drawn again', () => {
    expect(
      changedLines({ officerSignature: { from: [[0, 0]], to: [[1, 1]] }, counterpartSignature: { from: null, to: [[1, 1]] } }, id),
    ).toEqual([
      { label: 'Tanda tangan petugas', from: 'Ditandatangani', to: 'Ditandatangani ulang' },
      { label: 'Tanda tangan wakil koperasi', from: undefined, to: 'Ditandatangani' },
    ]);
  });
});
