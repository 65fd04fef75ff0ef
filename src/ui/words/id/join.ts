/** Taking a meeting over from another tablet, in Indonesian: the source of the keys. */
export const join = {
  show: 'Ajak tablet lain',
  showTitle: 'Ajak tablet lain',
  showHow:
    'Di tablet lain buka RAT, ketuk "Gabung dari tablet lain", lalu arahkan kameranya ke kode ini. Biarkan layar ini terbuka sampai tablet itu selesai.',
  showWhat: (members: string) => `Berisi rencana rapat dan daftar ${members} anggota. Tanda hadir tidak ikut; itu digabung di kantor.`,
  code: 'Kode rapat untuk dipindai tablet lain',
  frame: (now: string, of: string) => `Bagian ${now} dari ${of}`,
  tooLarge: {
    title: 'Daftar anggotanya terlalu panjang untuk kode',
    body: 'Hubungkan kedua tablet dengan kantor sebelum rapat, supaya tablet lain menerimanya.',
  },
  noRoster: { title: 'Daftar anggota belum disusun', body: 'Susun daftar anggota lebih dulu, lalu ajak tablet lain.' },
  open: 'Gabung dari tablet lain',
  title: 'Gabung dari tablet lain',
  how: 'Di tablet pertama buka rapatnya, ketuk "Ajak tablet lain", lalu arahkan kamera ke kodenya. Tahan sampai semua bagian terbaca.',
  camera: 'Gambar kamera: arahkan ke kode di tablet pertama',
  gathered: (count: string, of: string) => `${count} dari ${of} bagian terbaca`,
  joined: (members: string) => `Rapat diterima dengan ${members} anggota.`,
  alreadyHere: 'Rapat ini sudah ada di tablet ini.',
  unreadable: {
    title: 'Kode ini bukan rapat yang bisa dibaca',
    body: 'Mungkin aplikasi tablet pertama lebih baru. Perbarui kedua tablet, atau pakai satu tablet saja.',
  },
  otherArea: {
    title: 'Rapat ini di luar wilayah tugas Anda',
    body: 'Tablet ini hanya bisa mencatat di wilayah petugasnya. Petugas wilayah itu yang mencatat.',
  },
  noCooperative: {
    title: 'Koperasi ini belum ada di tablet ini',
    body: 'Hubungkan tablet dengan kantor sekali, lalu coba lagi.',
  },
  notKept: { title: 'Tablet tidak bisa menyimpan', body: 'Kosongkan ruang tablet, lalu pindai lagi.' },
  again: 'Pindai lagi',
  lentTitle: 'Rapat ini diterima dari tablet lain',
  lentBody:
    'Angka di sini hanya tanda dari tablet ini. Setelah kedua tablet terhubung dengan kantor, semua tanda digabung; anggota yang ditandai dua kali dihitung satu.',
};
