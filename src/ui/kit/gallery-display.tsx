/** The gallery's page of badges, meters, facts, figures, states and icons. */
import { useState } from 'preact/hooks';
import { Chip, StatusBadge } from './badge.tsx';
import { Card, DefinitionList, Section } from './card.tsx';
import { showDay, showRupiah, showShare } from './figures.ts';
import { Icon, iconNames } from './icon.tsx';
import { Meter, Progress } from './meter.tsx';
import { EmptyState, ErrorState, Loading } from './page-state.tsx';
import { Sheet } from './sheet.tsx';
import { Steps } from './steps.tsx';
import { FigureTable } from './table.tsx';

export function DisplayGallery() {
  const [due, setDue] = useState(true);
  return (
    <div class="stack wide">
      <Steps
        current="rollCall"
        steps={[
          { key: 'prepare', label: 'Persiapan', done: true, href: '/kit' },
          { key: 'rollCall', label: 'Daftar hadir', done: false },
          { key: 'minutes', label: 'Berita acara', done: false, href: '/kit' },
          { key: 'sign', label: 'Tanda tangan', done: false },
        ]}
      />
      <Section title="Kuorum">
        <div class="pair">
          <Card>
            <Meter
              label="Hadir"
              value={51}
              max={100}
              needed={51}
              neededLabel="Kuorum: 51 dari 100 anggota"
              tone="good"
              status={<StatusBadge tone="good">Kuorum tercapai</StatusBadge>}
            />
          </Card>
          <Card>
            <Meter
              label="Hadir"
              value={20}
              max={101}
              needed={51}
              neededLabel="Kurang 31 anggota"
              tone="warn"
              status={<StatusBadge tone="warn">Belum kuorum</StatusBadge>}
            />
          </Card>
          <Card>
            <Progress label="Mengirim catatan" value={120} max={212} />
          </Card>
          <Card>
            <Progress label="Mengambil register" max={0} />
          </Card>
        </div>
      </Section>
      <Section title="Tanda">
        <div class="stack">
          <div class="row">
            <StatusBadge tone="good">RAT tepat waktu</StatusBadge>
            <StatusBadge tone="warn">Jatuh tempo</StatusBadge>
            <StatusBadge tone="bad">2 tahun tanpa RAT</StatusBadge>
            <StatusBadge tone="neutral">Tidak wajib</StatusBadge>
            <StatusBadge tone="info" icon="lock">
              Tersegel
            </StatusBadge>
          </div>
          <div class="chips">
            <Chip pressed={due} onToggle={() => setDue(!due)}>
              Jatuh tempo
            </Chip>
            <Chip pressed={!due} onToggle={() => setDue(!due)} icon="filter">
              Kecamatan
            </Chip>
          </div>
        </div>
      </Section>
      <Facts />
      <Section title="Keadaan halaman">
        <div class="stack">
          <EmptyState icon="meeting" title="Belum ada RAT">
            RAT yang Anda siapkan muncul di sini, juga tanpa sinyal.
          </EmptyState>
          <Loading />
          <ErrorState onRetry={() => setDue(!due)} />
        </div>
      </Section>
      <Document />
      <Section title="Gambar">
        <div class="row">
          {iconNames.map((name) => (
            <span key={name} title={name}>
              <Icon name={name} size={32} />
            </span>
          ))}
        </div>
      </Section>
    </div>
  );
}

function Facts() {
  return (
    <Section title="Keterangan">
      <div class="stack">
        <Card title="Kelembagaan" side={<StatusBadge tone="good">Aktif</StatusBadge>}>
          <DefinitionList
            facts={[
              ['Nomor badan hukum', '518/BH/KWK.18/V/1998'],
              ['Tanggal badan hukum', showDay('1998-05-12')],
              ['NIK koperasi', undefined],
              ['RAT terhadap semua koperasi', showShare(901 / 5407)],
            ]}
          />
        </Card>
        <FigureTable
          caption="Perkembangan"
          columns={['2023', '2024', '2025']}
          rows={[
            { label: 'Anggota', values: ['120', '131', '134'] },
            { label: 'Modal sendiri', values: [showRupiah(412_500_000), showRupiah(455_100_000), undefined] },
            { label: 'SHU', values: [showRupiah(38_250_000), showRupiah(-11_845_222), undefined], total: true },
          ]}
        />
      </div>
    </Section>
  );
}

function Document() {
  return (
    <Sheet title="Berita acara" letterhead="KOPERASI SERBA USAHA MEKAR">
      <h2>BERITA ACARA RAPAT ANGGOTA TAHUNAN</h2>
      <p>Pada hari ini, Selasa tanggal 30 Juni 2026, telah diselenggarakan Rapat Anggota Tahunan tahun buku 2025.</p>
      <table>
        <thead>
          <tr>
            <th>No.</th>
            <th>Acara</th>
            <th class="end">Setuju</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>1</td>
            <td>Laporan pertanggungjawaban pengurus</td>
            <td class="end">51</td>
          </tr>
        </tbody>
      </table>
    </Sheet>
  );
}
