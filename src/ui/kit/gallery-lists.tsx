/** The gallery's page of lists: short, table, and as long as the whole register. */
import { useState } from 'preact/hooks';
import { StatusBadge, type Tone } from './badge.tsx';
import { Section } from './card.tsx';
import { showCount, showRupiah } from './figures.ts';
import { Item, List } from './list.tsx';
import { DataTable, Pager, type Sort } from './table.tsx';
import { VirtualList } from './virtual-list.tsx';

interface Row {
  id: string;
  name: string;
  place: string;
  members: number;
  assets: number;
  tone: Tone;
  status: string;
}

const statuses: [Tone, string][] = [
  ['good', 'RAT 2025'],
  ['warn', 'Jatuh tempo'],
  ['bad', '2 tahun tanpa RAT'],
  ['neutral', 'Tidak wajib'],
];
const kinds = ['KSU Mekar Bersama', 'KUD Sumber Rejeki', 'Koperasi Wanita Melati', 'KPRI Guru Sejahtera Kabupaten Kutai Kartanegara'];
const places = ['Loa Kulu', 'Tenggarong Seberang', 'Tabang', 'Muara Kaman'];

const rows: Row[] = Array.from({ length: 5407 }, (_, place) => {
  const [tone, status] = statuses[place % 4] ?? ['good', ''];
  return {
    id: String(place),
    name: `${kinds[(place * 7) % 4]} ${place + 1}`,
    place: places[(place * 3) % 4] ?? '',
    members: 20 + ((place * 37) % 900),
    assets: (place * 7_919_123) % 2_000_000_000,
    tone,
    status,
  };
});

export function ListGallery() {
  return (
    <div class="stack wide">
      <Section title="Hari ini" side="3 hal">
        <List rows={rows.slice(0, 3)} keyOf={(row) => row.id} label="Hari ini">
          {(row) => (
            <Item
              title={row.name}
              detail={`${row.place} · ${showCount(row.members)} anggota`}
              side={<StatusBadge tone={row.tone}>{row.status}</StatusBadge>}
              href={`/koperasi/${row.id}`}
              tone={row.tone}
            />
          )}
        </List>
      </Section>
      <RollCall />
      <Register />
      <Section title="Seluruh register" side={`${showCount(rows.length)} koperasi`}>
        <VirtualList label="Seluruh register" rows={rows} keyOf={(row) => row.id} name="gallery">
          {(row) => (
            <Item
              clipped
              title={row.name}
              detail={`${row.place} · 518/BH/${row.id}`}
              side={<StatusBadge tone={row.tone}>{row.status}</StatusBadge>}
              href={`/koperasi/${row.id}`}
            />
          )}
        </VirtualList>
      </Section>
    </div>
  );
}

function RollCall() {
  const [present, setPresent] = useState<string[]>(['11']);
  return (
    <Section title="Panggilan hadir" side={`${present.length} hadir`}>
      <List rows={rows.slice(10, 13)} keyOf={(row) => row.id} label="Anggota">
        {(row) => {
          const here = present.includes(row.id);
          return (
            <Item
              title={`Anggota ${row.id.padStart(4, '0')}`}
              detail={row.place}
              pressed={here}
              tone={here ? 'good' : undefined}
              side={here ? <StatusBadge tone="good">Hadir 09.12</StatusBadge> : undefined}
              onClick={() => setPresent(here ? present.filter((id) => id !== row.id) : [...present, row.id])}
            />
          );
        }}
      </List>
    </Section>
  );
}

function Register() {
  const [sort, setSort] = useState<Sort<'name' | 'members' | 'assets' | 'status'>>({ key: 'name', descending: false });
  const [page, setPage] = useState(0);
  return (
    <Section title="Tabel kantor">
      <div class="stack">
        <DataTable
          caption="Register koperasi"
          sort={sort}
          onSort={setSort}
          rows={rows.slice(page * 8, page * 8 + 8)}
          keyOf={(row) => row.id}
          columns={[
            { key: 'name', label: 'Nama', cell: (row) => <a href={`/koperasi/${row.id}`}>{row.name}</a>, sortable: true },
            { key: 'members', label: 'Anggota', cell: (row) => showCount(row.members), end: true, sortable: true },
            { key: 'assets', label: 'Aset', cell: (row) => showRupiah(row.assets), end: true, sortable: true },
            { key: 'status', label: 'Status', cell: (row) => <StatusBadge tone={row.tone}>{row.status}</StatusBadge> },
          ]}
          total={['Jumlah', '2.114', showRupiah(4_212_000_000), '']}
        />
        <Pager page={page} pageSize={8} count={rows.length} onPage={setPage} />
      </div>
    </Section>
  );
}
