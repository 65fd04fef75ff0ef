/** A fresh tablet that waits for its first data, in Indonesian. */
export const firstSync = {
  running: 'Mengambil register dari kantor untuk pertama kali',
  received: (count: string) =>
    `${count} baris sudah diterima. Biarkan layar ini terbuka; bila jaringan putus, pengambilan dilanjutkan nanti.`,
  waiting: {
    title: 'Register belum ada di tablet ini',
    body: 'Tablet perlu terhubung ke kantor satu kali. Setelah itu semuanya bisa dibuka tanpa sinyal.',
  },
  failed: { title: 'Register belum bisa diambil', body: 'Tidak ada yang hilang. Cari sinyal atau sambungkan WiFi, lalu coba lagi.' },
  nothing: {
    title: 'Belum ada koperasi di wilayah Anda',
    body: 'Kantor sudah terhubung, tetapi register wilayah ini masih kosong. Minta kantor mengimpor register.',
  },
  partly: {
    title: 'Register baru sampai sebagian',
    body: 'Yang sudah sampai bisa dipakai, tetapi daftarnya belum lengkap. Sisanya diambil saat ada jaringan.',
  },
  act: 'Ambil sekarang',
};
