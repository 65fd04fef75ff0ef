/** Why a fact of a rescue file is refused, for the office that takes the file in: where the words for its officer would send them to the office. */
export const deskRules = {
  I2: 'RAT lain untuk tahun buku yang sama sudah ada. Keduanya disimpan: verifikasi yang sungguh dilaksanakan, kembalikan yang lain.',
  I4: 'Jumlah pemilik suara tidak cocok dengan jumlah yang ditetapkan saat rapat dibuka. Minta petugas mencatat lagi dengan jumlah itu.',
  alreadyVerified:
    'RAT ini sudah diverifikasi, jadi perubahan petugas tidak berlaku. Bicarakan dengan petugas sebelum verifikasinya diubah.',
  area: 'Koperasi ini di luar wilayah tugas petugas itu. Bila seharusnya termasuk, minta administrator menambah wilayahnya; petugas lalu mencatat lagi.',
  areaMoved: 'Koperasi ini sudah pindah ke luar wilayah tugas petugas itu. Isinya tersimpan; minta petugas wilayah itu meneruskannya.',
  areaOfSubject:
    'Wilayah catatan ini tidak sama dengan wilayah koperasinya. Periksa wilayah koperasinya, lalu minta petugas mencatat lagi.',
  author: 'Catatan ini bukan dari petugas atau tablet pemilik berkas. Isinya ada di karantina; minta administrator memeriksanya.',
  conflictNotYours: 'Perbedaan ini bukan pada catatan petugas itu, jadi bukan ia yang memutuskan. Putuskan di daftar perbedaan isian.',
  deviceSeqTaken:
    'Nomor urutnya sudah dipakai catatan lain dari tablet itu. Isinya tersimpan; tablet mengirimnya lagi dengan nomor baru pada sinkronisasi berikutnya.',
  futureDay: 'Tanggalnya belum terjadi. Minta petugas memeriksa tanggal dan jam tabletnya, lalu mencatat lagi.',
  idTaken: 'Nomor catatan ini sudah dipakai catatan lain. Isinya ada di karantina; minta administrator membandingkan keduanya.',
  notRecorded: 'Yang diubah tidak ada di sini. Mungkin catatan asalnya ada di berkas atau tablet lain; tanyakan petugas.',
  otherMinutes: 'Berita acara di sini bukan yang ditandatangani di tablet itu. Bandingkan keduanya bersama petugas.',
  role: 'Peran petugas itu tidak berwenang untuk ini. Bila memang perlu, kerjakan dengan akun yang berwenang.',
  ruleFailed: 'Aplikasi keliru mengolah catatan ini. Isinya tersimpan utuh; minta administrator melaporkannya kepada pengelola aplikasi.',
  subjectId: 'Catatan ini menunjuk hal yang keliru. Isinya tersimpan; tanyakan petugas, lalu minta dicatat lagi.',
  tooManySheets: 'Foto lembar daftar hadir RAT ini sudah terlalu banyak. Foto ini masih ada di tablet petugas.',
  tooManyWaiting:
    'Terlalu banyak catatan petugas itu menunggu data yang belum sampai. Serahkan dulu berkas bagian sebelumnya; petugas lalu mencatat lagi yang ditolak.',
  unknown: (rule: string) => `Tidak sesuai aturan "${rule}". Minta administrator memperbarui Pantau di komputer ini, lalu lihat lagi.`,
};
