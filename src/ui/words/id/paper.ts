/** What making a PDF of a paper says, in Indonesian: the source of the keys. */
export const paper = {
  documentLanguage: 'Dokumen resmi dicetak dalam Bahasa Indonesia.',
  make: 'Buat PDF',
  making: 'Membuat PDF…',
  makingNote: 'Daftar yang panjang perlu beberapa detik. Anda boleh terus membaca.',
  made: (size: string) => `PDF siap, ${size}`,
  madeNote: 'Simpan di tablet, bagikan, atau buka untuk dibaca dan dicetak.',
  save: 'Simpan PDF',
  share: 'Bagikan',
  open: 'Buka',
  saved: (name: string) => `Tersimpan di folder unduhan tablet: ${name}`,
  shared: 'Dibagikan.',
  notShared: 'Tablet tidak bisa membagikannya. Simpan PDF, lalu kirim dari folder unduhan.',
  notOpened: 'Browser menahan jendela baru. Simpan PDF, lalu buka dari folder unduhan.',
  notMade: {
    title: 'PDF belum jadi',
    body: 'Catatan rapat aman di tablet. Tutup aplikasi lain lalu coba lagi, atau pakai tombol Cetak.',
  },
};
