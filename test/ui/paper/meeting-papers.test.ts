// What the papers of a meeting say.
import { describe, expect, test } from 'vitest';
import { attendancePaperOf } from '../../../src/ui/minutes/attendance-paper.ts';
import { minutesPaperOf } from '../../../src/ui/minutes/minutes-paper.ts';
import { notesPaperOf } from '../../../src/ui/minutes/notes-paper.ts';
import { fileNameOf } from '../../../src/ui/paper/file-name.ts';
import { attendants, cooperative, meeting, sealedMinutes, setting } from '../../support/papers.ts';
import { saidBy } from '../../support/pdf.ts';
import { idOf, officerTwo, today } from '../../support/world.ts';

const paperOf = (minutes = sealedMinutes(), officerNames = new Map<string, string>()) =>
  minutesPaperOf({ minutes, meeting, cooperative, officerNames }, setting);

describe('the berita acara', () => {
  test('opens with the sentence of the law and counts in figures and words', () => {
    expect(saidBy(paperOf()).join('\n')).toContain(
      'Rapat dihadiri 60 (enam puluh) dari 100 (seratus) anggota yang berhak memberikan suara, sehingga kuorum tercapai.',
    );
  });

  test('says amounts in figures and words, and tells a blank from nought', () => {
    const said = saidBy(paperOf(sealedMinutes({ ratified: [{ bookYear: 2025, figures: { assets: 900_000_000, externalCapital: 0 } }] })));
    expect(said).toContain('Aset | Rp\u00a0900.000.000 | sembilan ratus juta rupiah');
    expect(said).toContain('Modal luar | Rp\u00a00 | nol rupiah');
    expect(said).toContain('Modal sendiri | - | tidak dilaporkan');
  });

  test('gives the shares of the SHU with their sum', () => {
    const said = saidBy(paperOf());
    expect(said).toContain('Cadangan | 44,4\u00a0% | Rp\u00a020.000.000');
    expect(said).toContain('Jumlah | 100,0\u00a0% | Rp\u00a045.000.000');
  });

  test('is signed in the order of paper, and its seal says whether the text still is what was signed', () => {
    const whole = saidBy(paperOf());
    expect(whole.filter((line) => /^(Pimpinan|Sekretaris) Rapat:/.test(line))).toEqual([
      'Pimpinan Rapat: Penanda chair',
      'Sekretaris Rapat: Penanda secretary',
    ]);
    const forged = { ...sealedMinutes(), registeredVoters: 90 };
    expect(paperOf(forged).blocks.find(({ kind }) => kind === 'seal')).toHaveProperty('warning');
    expect(paperOf().blocks.find(({ kind }) => kind === 'seal')).not.toHaveProperty('warning');
  });

  test('shows an amendment with the old beside the new, its reason and who made it', () => {
    const amendment = {
      factId: idOf(9),
      officerId: officerTwo.id,
      at: today,
      reason: 'Salah tulis',
      changes: { place: { from: 'Balai Desa', to: 'Balai Pertemuan' } },
    };
    const said = saidBy(
      paperOf({ ...sealedMinutes(), place: 'Balai Pertemuan', amendments: [amendment] }, new Map([[officerTwo.id, officerTwo.name]])),
    );
    expect(said.join('\n')).toContain(' | Balai Desa | Balai Pertemuan');
    expect(said.join('\n')).toContain('oleh Petugas Dua. Alasan: Salah tulis');
  });

  test('names the address where its mark can be looked up, which says nothing else', () => {
    const minutes = sealedMinutes();
    expect(paperOf(minutes).seal).toEqual({
      contentHash: minutes.contentHash,
      checkAddress: `https://pantau.example/v/${minutes.contentHash}`,
    });
  });
});

describe('the notulen', () => {
  test('tells the meeting item by item, with notes and decisions where they were taken', () => {
    const minutes = sealedMinutes({
      agenda: [
        { key: 'ratification', done: true, notes: 'Dibacakan bendahara.' },
        { key: 'other', done: false },
      ],
      discussionNotes: 'Anggota menanyakan piutang.',
    });
    const said = saidBy(notesPaperOf({ minutes, meeting, cooperative }, setting));
    expect(said).toContain(
      '1 | Pengesahan LPJ, neraca, dan PHU | Dibacakan bendahara.\nKeputusan: Laporan pertanggungjawaban disahkan. (Musyawarah mufakat; disetujui)',
    );
    expect(said).toContain('2 | Lain-lain | Tidak dibahas');
    expect(said).toContain('Anggota menanyakan piutang.');
  });
});

describe('the attendance list', () => {
  const listOf = (attendance: ReturnType<typeof attendants>, minutes = sealedMinutes()) =>
    attendancePaperOf({ attendance, minutes, meeting, cooperative }, setting);

  test('has a row for each member, signed or with a numbered place for the pen', () => {
    const said = saidBy(listOf(attendants(3)));
    expect(said).toContain('1 | 0001 | Anggota 1 | P | Langsung | 10.00 | 1.');
    expect(said).toContain('2 | 0002 | Anggota 2 | L | Langsung | 10.00 | ditandatangani');
    expect(said.join('\n')).toContain('Jumlah hadir 3 dari 100 terdaftar: laki-laki 1, perempuan 2; langsung 3, daring 0, wakil 0.');
  });

  test('keeps guests in a list of their own, outside the count', () => {
    const guest = attendants(1, { memberKey: 'g1', role: 'guest', name: 'Kepala Desa', institution: 'Desa Contoh' });
    const said = saidBy(listOf([...attendants(2), ...guest]));
    expect(said).toContain('1 | Kepala Desa | Desa Contoh | - | Tamu | 10.00 | 1.');
    expect(said.join('\n')).toContain('Jumlah hadir 2 dari 100');
  });

  test('is bound to the record only once the minutes are sealed', () => {
    expect(attendancePaperOf({ attendance: attendants(1), minutes: undefined, meeting, cooperative }, setting)).not.toHaveProperty('seal');
    expect(listOf(attendants(1)).seal).toBeDefined();
  });
});

test('a file is named so that any system keeps the name', () => {
  expect(fileNameOf('Berita acara', 'KSU "Tirta" / Makmur é', '2024 2025')).toBe('berita-acara-ksu-tirta-makmur-e-2024-2025');
  expect(fileNameOf('Berita acara', 'x'.repeat(300), '2025').length).toBeLessThan(100);
});
