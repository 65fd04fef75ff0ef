/** Reading codes with the camera, in Indonesian: the source of the keys. */
export const scan = {
  opening: 'Membuka kamera…',
  trouble: {
    refused: {
      title: 'Kamera tidak diizinkan',
      body: 'Izinkan kamera untuk Pantau di setelan browser, lalu coba lagi. Tanpa kamera, cari nama atau nomornya dan ketuk.',
    },
    noCamera: { title: 'Tablet ini tidak punya kamera', body: 'Cari nama atau nomornya dan ketuk.' },
    failed: { title: 'Kamera tidak terbuka', body: 'Mungkin sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu coba lagi.' },
  },
  open: 'Pindai kartu',
  title: 'Pindai kartu anggota',
  camera: 'Gambar kamera: arahkan ke kartu anggota',
  hint: 'Arahkan kamera ke kode di kartu. Setiap kartu yang terbaca langsung dicatat.',
  marked: (name: string) => `${name} hadir`,
  alreadyMarked: (name: string) => `${name} sudah tercatat hadir`,
  alreadyMarkedAt: (at: string) => `Ditandai ${at}.`,
  notOnRoster: (number: string) => `Kartu ${number} tidak ada di daftar anggota rapat ini`,
  notOnRosterBody: 'Periksa daftarnya. Yang tidak terdaftar dicatat sebagai tamu atau peninjau.',
  otherCard: 'Kartu ini bukan dari koperasi ini',
  otherCardBody: 'Kartunya milik koperasi lain atau rusak. Cari nama atau nomornya.',
  noCard: 'Ini bukan kartu anggota',
  noCardBody: 'Arahkan kamera ke kode pada kartu anggota.',
  notKept: (name: string) => `${name} belum tersimpan`,
  cards: 'Kartu anggota',
  cardsIntro: (count: string) =>
    `${count} kartu, 24 pada satu lembar A4. Kartu berisi nomor anggota dan kode untuk dipindai; nama tidak tercantum.`,
  cardsNone: 'Belum ada anggota bernomor',
  cardsNoneBody: 'Kartu dibuat untuk anggota yang punya nomor. Lengkapi nomornya di daftar anggota.',
  cardsToRoster: 'Ke daftar anggota',
  cardsWithout: (count: string) => `${count} anggota tanpa nomor tidak mendapat kartu.`,
  toCards: 'Cetak kartu anggota',
};
