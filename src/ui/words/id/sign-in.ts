/** Signing in, in Indonesian. */
export const signIn = {
  title: 'Masuk',
  purpose: 'Masuk sekali dengan jaringan. Setelah itu Pantau bisa dipakai tanpa sinyal.',
  goOn: 'Lanjutkan pekerjaan tanpa masuk',
  officers: 'Petugas di tablet ini',
  username: 'Nama pengguna',
  password: 'Kata sandi',
  act: 'Masuk',
  missingUsername: 'Isi nama pengguna.',
  missingPassword: 'Isi kata sandi.',
  wrongPassword: {
    title: 'Nama pengguna atau kata sandi salah',
    body: 'Periksa huruf besar dan kecil, lalu coba lagi. Bila lupa, minta sandi baru ke administrator dinas.',
  },
  notAllowed: {
    title: 'Kantor menutup tablet atau akun ini',
    body: 'Catatan di tablet ini aman; jangan hapus data peramban. Hubungi administrator dinas.',
  },
  unreachable: {
    title: 'Kantor tidak terjangkau',
    body: 'Untuk masuk pertama kali diperlukan jaringan. Catatan yang ada di tablet ini aman. Cari sinyal atau sambungkan WiFi, lalu coba lagi.',
  },
  busy: {
    title: 'Terlalu banyak percobaan, atau kantor sedang sibuk',
    body: (wait: string) => `Tunggu ${wait}, lalu coba lagi.`,
    seconds: (count: string) => `${count} detik`,
    minutes: (count: string) => `${count} menit`,
  },
  outdated: {
    title: 'Aplikasi ini sudah terlalu lama',
    body: 'Catatan di tablet ini aman. Muat ulang aplikasi dengan jaringan, lalu masuk lagi.',
  },
  serverError: {
    title: 'Kantor menjawab dengan kesalahan',
    body: 'Tidak ada yang berubah di tablet ini. Coba lagi beberapa menit lagi; bila berulang, beri tahu kantor.',
  },
  storage: {
    title: 'Penyimpanan di tablet ini tidak bisa dibuka',
    body: 'Kata sandi benar, tetapi data tidak bisa disimpan. Kosongkan ruang penyimpanan atau tutup mode penyamaran, lalu coba lagi.',
  },
};
