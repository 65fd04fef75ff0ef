/** What was lost with a tablet's storage, in Indonesian. */
export const loss = {
  emptied: 'Data di tablet ini telah dihapus oleh peramban',
  emptiedSafe: 'Yang sudah sampai di kantor aman dan kembali setelah Anda masuk dengan jaringan.',
  unknown: 'Tidak tercatat apa yang belum terkirim; tanyakan kantor catatan terakhir yang sampai.',
  nothingUnsent: 'Menurut catatan terakhir, tidak ada yang belum terkirim.',
  unsent: (count: string) => `Menurut catatan terakhir, ${count} catatan belum sampai di kantor:`,
  title: (count: string) => `${count} catatan hilang dari tablet ini`,
  body: 'Peramban menghapus penyimpanan tablet sebelum catatan ini sampai di kantor. Isinya tidak bisa dikembalikan dari tablet ini; yang lain aman.',
  act: 'Catat ulang dari kertas atau ingatan, atau serahkan berkas penyelamat bila pernah dibuat. Beri tahu kantor nomor di bawah ini.',
  unnamed: (from: string, to: string) => `Catatan nomor ${from} sampai ${to}; jenisnya tidak diketahui.`,
  list: 'Catatan yang hilang',
  recordedAt: (first: string, last?: string) => (last === undefined ? `Dicatat ${first}` : `Dicatat ${first} sampai ${last}`),
  numbers: (numbers: string) => `nomor ${numbers}`,
  seen: 'Sudah ditangani',
};
