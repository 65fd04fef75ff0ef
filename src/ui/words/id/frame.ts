/** The frame around the screens, in Indonesian. */
export const frame = {
  today: 'Hari ini',
  cooperatives: 'Koperasi',
  visits: 'Kunjungan',
  meetings: 'RAT',
  sync: 'Sinkron',
  register: 'Register',
  verification: 'Verifikasi',
  differences: 'Perbedaan',
  recap: 'Rekap',
  importing: 'Impor',
  settings: 'Setelan',
  roles: { officer: 'Petugas lapangan', verifier: 'Verifikator', head: 'Kepala bidang', administrator: 'Administrator' },
  demo: 'DATA CONTOH: nama dan angka di sini rekaan, bukan data resmi.',
  sessionEnded: {
    title: 'Kantor tidak lagi mengenali tablet ini',
    body: 'Semua catatan tetap aman di tablet ini dan pekerjaan bisa diteruskan. Masuk sekali lagi agar catatan bisa dikirim.',
    act: 'Masuk lagi',
  },
  incomplete: {
    title: 'Data kantor belum lengkap di tablet ini',
    body: (count: string) =>
      `${count} baris sudah diterima. Status dan hitungan di layar baru benar setelah semuanya sampai; biarkan Pantau terbuka selagi ada jaringan.`,
  },
  storageFull: {
    title: (share: string) => `Penyimpanan tablet terpakai ${share}`,
    body: 'Catatan yang sudah tersimpan aman. Hapus foto atau aplikasi lain di tablet ini agar catatan berikutnya tetap bisa disimpan.',
  },
  signOutTitle: 'Keluar dari tablet ini?',
  signOutNothing: 'Semua catatan sudah sampai di kantor. Untuk masuk lagi diperlukan jaringan.',
  signOutUnsent: (count: string) =>
    `${count} catatan belum sampai di kantor. Catatan itu tetap aman di tablet ini dan terkirim setelah Anda masuk lagi. Untuk masuk lagi diperlukan jaringan.`,
  signOutPhotos: (count: string) =>
    `${count} foto belum sampai di kantor. Foto itu tetap aman di tablet ini dan terkirim setelah Anda masuk lagi. Untuk masuk lagi diperlukan jaringan.`,
  signOutDrafts: (count: string) => `${count} draf yang belum selesai juga tetap tersimpan.`,
  lost: {
    closed: {
      title: 'Penyimpanan di tablet ini tidak bisa dibuka',
      safe: 'Aplikasi sudah mencoba tiga kali. Yang sudah tersimpan tidak dihapus, tetapi tidak ada yang bisa disimpan sekarang. Layar ini ditutup agar tidak ada isian yang hilang.',
      act: 'Tutup tab Pantau yang lain, pastikan penyimpanan tablet tidak penuh, lalu muat ulang. Bila tetap gagal, nyalakan ulang tablet dan hubungi kantor.',
    },
    emptied: {
      title: 'Data di tablet ini telah dihapus oleh peramban',
      safe: 'Yang sudah sampai di kantor aman dan akan kembali setelah Anda masuk. Catatan yang belum pernah sampai disebutkan satu per satu setelah dimuat ulang.',
      act: 'Muat ulang lalu masuk lagi dengan jaringan. Beri tahu kantor bahwa data tablet ini terhapus.',
    },
  },
  screenMissing: {
    title: 'Bagian ini belum tersimpan di tablet',
    body: 'Catatan Anda aman. Muat ulang aplikasi; bila belum berhasil, buka sekali saat ada jaringan.',
  },
  nowhere: { title: 'Halaman tidak ditemukan', body: 'Alamat ini tidak ada di Pantau.', act: 'Ke Hari ini' },
};
