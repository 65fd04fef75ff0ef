/** Setelan and Tentang, in Indonesian. */
export const tabletSettings = {
  title: 'Setelan',
  appearance: 'Bahasa dan tampilan',
  officer: 'Petugas',
  signIn: 'Masuk lagi',
  about: 'Tentang Pantau',
  purpose:
    'Pantau adalah buku lapangan dinas koperasi provinsi: kunjungan dan rapat anggota tahunan dicatat di desa, juga tanpa sinyal, lalu dikirim ke kantor.',
  safety:
    'Yang Anda simpan ada di tablet ini sampai kantor menerimanya. Yang tidak bisa diterima kantor tetap tersimpan utuh dan ditunjukkan di Sinkron.',
  version: 'Versi',
  license: 'Lisensi',
  licenseText: 'AGPL-3.0 atau lebih baru',
  credits: 'Sumber data dan perangkat lunak',
  areas: 'Nama dan kode provinsi, kabupaten/kota, kecamatan, dan desa/kelurahan berasal dari',
  areasLicense: 'datanya di bawah Open Database License (ODbL) 1.0.',
  software: 'Dibuat dengan Preact, Dexie, Zod, dan Workbox; semuanya perangkat lunak bebas.',
  demo: 'Data contoh',
  demoText: 'Kantor ini memakai data contoh. Koperasi, orang, dan angkanya rekaan; hanya nama wilayah yang nyata.',
};
