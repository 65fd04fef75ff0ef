/** The gallery's page of buttons, fields and the signature pad. */
import { useState } from 'preact/hooks';
import { Button, LinkButton } from './button.tsx';
import { Section } from './card.tsx';
import { CheckField, CheckList, ChoiceList, Select } from './choice-list.tsx';
import { DateField, TimeField } from './date-field.tsx';
import { FileField } from './file-field.tsx';
import { NumberField, RupiahField } from './number-field.tsx';
import { SignatureImage, SignaturePad } from './signature-pad.tsx';
import type { Stroke } from './signature-strokes.ts';
import { SearchField, TextArea, TextField } from './text-field.tsx';

export function FieldGallery() {
  return (
    <div class="stack wide">
      <Section title="Tombol">
        <div class="actions">
          <Button look="primary" icon="check">
            Simpan
          </Button>
          <Button icon="pen">Ubah</Button>
          <Button look="danger" icon="cross">
            Batalkan
          </Button>
          <Button look="quiet">Nanti saja</Button>
          <Button look="primary" busy>
            Mengirim…
          </Button>
          <Button disabled>Tidak bisa</Button>
          <LinkButton href="/kit" icon="print">
            Cetak
          </LinkButton>
          <Button icon="filter" label="Saring" />
        </div>
      </Section>
      <Words />
      <Figures />
      <Choices />
      <Signature />
    </div>
  );
}

function Words() {
  const [name, setName] = useState('Koperasi Serba Usaha Mekar');
  const [notes, setNotes] = useState('');
  const [typed, setTyped] = useState('');
  return (
    <Section title="Kata">
      <div class="stack">
        <SearchField label="Cari nama, nomor, desa" value={typed} onValue={setTyped} found={typed && '12 ditemukan'} />
        <div class="pair">
          <TextField label="Nama koperasi" value={name} onValue={setName} hint="Seperti di akta" />
          <TextField label="Nomor badan hukum" value="" onValue={setName} error="Nomor ini sudah dipakai koperasi lain. Periksa aktanya." />
          <TextField label="Nomor telepon" value="" onValue={setName} optional keypad="tel" />
          <TextField label="Kabupaten" value="Kutai Kartanegara" onValue={setName} readOnly />
        </div>
        <TextArea label="Saran pembinaan" value={notes} onValue={setNotes} optional />
        <FileField
          label="Pilih atau jatuhkan berkas register"
          hint="CSV atau XLSX"
          accept=".csv,.xlsx"
          onFile={(file) => setNotes(file.name)}
        />
      </div>
    </Section>
  );
}

function Figures() {
  const [assets, setAssets] = useState<number | undefined>(1_234_567_890);
  const [shu, setShu] = useState<number | undefined>(-11_845_222);
  const [members, setMembers] = useState<number | undefined>(undefined);
  const [heldOn, setHeldOn] = useState<string | undefined>('2026-06-30');
  const [begins, setBegins] = useState<string | undefined>('09:00');
  return (
    <Section title="Angka dan waktu">
      <div class="pair">
        <RupiahField label="Aset" value={assets} onValue={setAssets} />
        <RupiahField label="SHU" value={shu} onValue={setShu} allowNegative hint="Rugi ditulis dengan minus." />
        <NumberField label="Anggota" value={members} onValue={setMembers} unit="orang" />
        <DateField label="Tanggal RAT" value={heldOn} onValue={setHeldOn} optional />
        <TimeField label="Mulai pukul" value={begins} onValue={setBegins} />
      </div>
    </Section>
  );
}

function Choices() {
  const [method, setMethod] = useState<'consensus' | 'vote'>('consensus');
  const [office, setOffice] = useState<'yes' | 'no' | undefined>(undefined);
  const [books, setBooks] = useState<('members' | 'board')[]>(['members']);
  const [district, setDistrict] = useState<'tenggarong' | 'tabang' | undefined>(undefined);
  const [agreed, setAgreed] = useState(false);
  return (
    <Section title="Pilihan">
      <div class="pair">
        <ChoiceList
          label="Cara memutuskan"
          value={method}
          onValue={setMethod}
          choices={[
            { value: 'consensus', label: 'Musyawarah mufakat' },
            { value: 'vote', label: 'Pemungutan suara', hint: 'Suara setuju, tidak, abstain dicatat' },
          ]}
        />
        <CheckList
          label="Buku yang ada"
          value={books}
          onValue={setBooks}
          choices={[
            { value: 'members', label: 'Daftar anggota' },
            { value: 'board', label: 'Daftar pengurus' },
          ]}
        />
        <ChoiceList
          label="Kantor ditemukan?"
          segments
          value={office}
          onValue={setOffice}
          error={office ? undefined : 'Belum dijawab.'}
          choices={[
            { value: 'yes', label: 'Ya' },
            { value: 'no', label: 'Tidak' },
          ]}
        />
        <Select
          label="Kecamatan"
          value={district}
          onValue={setDistrict}
          choices={[
            { value: 'tenggarong', label: 'Tenggarong' },
            { value: 'tabang', label: 'Tabang' },
          ]}
        />
        <CheckField label="Saya sudah membacakan berita acara" value={agreed} onValue={setAgreed} />
      </div>
    </Section>
  );
}

function Signature() {
  const [strokes, setStrokes] = useState<Stroke[]>([]);
  return (
    <Section title="Tanda tangan">
      <div class="stack">
        <SignaturePad name="Pimpinan sidang" strokes={strokes} onStrokes={setStrokes} />
        <SignatureImage name="Pimpinan sidang" strokes={strokes} />
        <p class="small muted figure">{JSON.stringify(strokes).length} B</p>
      </div>
    </Section>
  );
}
