/** Every piece of the kit in every state on one page, for whoever builds a screen; only in development. */
import { useState } from 'preact/hooks';
import { AppFrame, Gate, Shell } from '../shell.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Section } from './card.tsx';
import { Dialog } from './dialog.tsx';
import { DisplayGallery } from './gallery-display.tsx';
import { FieldGallery } from './gallery-fields.tsx';
import { ListGallery } from './gallery-lists.tsx';
import { Tabs } from './tabs.tsx';
import { showToast } from './toast.tsx';

type Part = 'fields' | 'display' | 'lists' | 'messages' | 'gate';

export function Gallery() {
  const [part, setPart] = useState<Part>(() => partOf(location.hash.slice(1)) ?? 'fields');
  if (part === 'gate') return <Gate title="Masuk">{<Button onClick={() => setPart('fields')}>Kembali ke galeri</Button>}</Gate>;
  return (
    <AppFrame
      navigation={[
        { href: '/kit', label: 'Hari ini', icon: 'home', count: 3 },
        { href: '/koperasi', label: 'Koperasi', icon: 'cooperative' },
        { href: '/kunjungan', label: 'Kunjungan', icon: 'visit' },
        { href: '/rat', label: 'RAT', icon: 'meeting', count: 12 },
        { href: '/verifikasi', label: 'Verifikasi', icon: 'check' },
        { href: '/rekap', label: 'Rekap', icon: 'chart' },
      ]}
      sync={{ state: 'idle', waiting: 12, trouble: 0, lastContactAt: Date.now() - 86_400_000 }}
      signedIn={{ name: 'Petugas Contoh', role: 'Petugas lapangan, Kutai Kartanegara' }}
      onSignOut={() => showToast({ text: 'Keluar' })}
      version="0.1.0"
    >
      <Shell
        title="Galeri perlengkapan layar"
        back="/"
        actions={
          part === 'messages' && (
            <>
              <Button look="primary" icon="check" onClick={() => showToast({ text: 'Kunjungan selesai' })}>
                Selesaikan
              </Button>
              <Button onClick={() => setPart('gate')}>Layar masuk</Button>
            </>
          )
        }
      >
        <Tabs
          label="Bagian galeri"
          value={part}
          onValue={setPart}
          tabs={[
            { key: 'fields', label: 'Isian' },
            { key: 'display', label: 'Tampilan' },
            { key: 'lists', label: 'Daftar', count: 5407 },
            { key: 'messages', label: 'Pesan' },
          ]}
        >
          {part === 'fields' && <FieldGallery />}
          {part === 'display' && <DisplayGallery />}
          {part === 'lists' && <ListGallery />}
          {part === 'messages' && <Messages />}
        </Tabs>
      </Shell>
    </AppFrame>
  );
}

const partOf = (hash: string): Part | undefined =>
  (['fields', 'display', 'lists', 'messages', 'gate'] as const).find((part) => part === hash);

function Messages() {
  const [open, setOpen] = useState(false);
  return (
    <div class="stack wide">
      <Section title="Spanduk">
        <div class="stack">
          <Banner tone="info" title="Data contoh">
            Semua nama koperasi di sini rekaan.
          </Banner>
          <Banner tone="good" title="Semua sudah di kantor">
            212 catatan diterima pukul 08.14.
          </Banner>
          <Banner tone="warn" title="Penyimpanan tablet hampir penuh" actions={<Button>Lihat yang bisa dihapus</Button>}>
            Catatan Anda aman. Hapus foto lama dari galeri tablet sebelum berangkat.
          </Banner>
          <Banner
            tone="bad"
            title="Kantor menolak 1 kehadiran: RAT sudah ditandatangani"
            actions={
              <>
                <Button look="primary">Lihat catatan</Button>
                <Button look="quiet">Nanti</Button>
              </>
            }
          >
            Catatan itu tetap tersimpan utuh di tablet ini. Ajukan perubahan berita acara bila kehadirannya benar.
          </Banner>
        </div>
      </Section>
      <Section title="Tanya dan kabar">
        <div class="actions">
          <Button look="danger" icon="cross" onClick={() => setOpen(true)}>
            Batalkan kehadiran…
          </Button>
          <Button onClick={() => showToast({ text: 'Anggota 0107 ditandai hadir', undo: () => showToast({ text: 'Tanda dibatalkan' }) })}>
            Kabar dengan urungkan
          </Button>
        </div>
      </Section>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Batalkan kehadiran anggota 0107?"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Tidak jadi</Button>
            <Button look="danger" onClick={() => setOpen(false)}>
              Batalkan kehadiran
            </Button>
          </>
        }
      >
        <p>Tanda hadir tidak dihapus, tetapi dicatat batal beserta alasannya.</p>
      </Dialog>
    </div>
  );
}
