/** Why a fact is refused, in Indonesian: what is wrong, then what to do. */
export const rules = {
  I2: (bookYear: string) =>
    `RAT lain untuk tahun buku ${bookYear} sudah ada. Keduanya disimpan; kantor yang menentukan mana yang sah. Beri tahu kantor.`,
  I4Members: (male: string, female: string, total: string) =>
    `Anggota laki-laki ${male} ditambah perempuan ${female} tidak sama dengan jumlah ${total}. Perbaiki angkanya.`,
  I4Presence: (present: string, registered: string) =>
    `Yang hadir (${present}) lebih banyak daripada pemilik suara terdaftar (${registered}). Periksa daftar hadir.`,
  I4: 'Jumlah pemilik suara tidak cocok dengan jumlah yang ditetapkan saat rapat dibuka. Pakai jumlah yang sudah ditetapkan, atau hubungi kantor.',
  I5: 'Berita acara sudah ditandatangani, jadi isinya dan daftar hadirnya tidak bisa diubah. Buat perubahan berita acara dengan alasannya.',
  I7: (bookYear: string) => `Tanggal rapat lebih awal daripada akhir tahun buku ${bookYear}. Periksa tanggal rapat atau tahun bukunya.`,
  I10: 'Koperasi ini sudah bubar atau dalam penyelesaian: hanya kunjungan penyelesaian yang bisa dicatat.',
  alreadyOpened: 'Rapat ini sudah dibuka, jadi rencananya tidak bisa dibatalkan. Tunda rapatnya bila kuorum tidak tercapai.',
  alreadyRecorded: 'Catatan dengan nomor ini sudah ada di kantor. Tidak perlu dikirim lagi.',
  alreadyVerified: 'RAT ini sudah diverifikasi, jadi petugas lapangan tidak bisa mengubahnya. Minta verifikator membukanya kembali.',
  area: 'Koperasi ini di luar wilayah tugas Anda. Minta kantor menambah wilayah, atau serahkan kepada petugas wilayah itu.',
  areaMoved:
    'Koperasi ini sudah pindah ke wilayah lain yang bukan wilayah tugas Anda. Isinya tersimpan utuh di sini dan di kantor; beri tahu kantor agar petugas wilayah itu meneruskannya.',
  areaOfSubject: 'Wilayah catatan ini tidak sama dengan wilayah koperasinya. Hubungi kantor.',
  author: 'Catatan ini dibuat oleh petugas lain di tablet ini. Petugas itu sendiri yang harus masuk dan mengirimnya.',
  bookYearTwice: 'Satu tahun buku ditulis dua kali. Hapus salah satunya.',
  conflictNotOpen: 'Perbedaan ini sudah diputuskan atau tidak ada lagi. Buka catatannya; bila masih keliru, ubah isiannya seperti biasa.',
  conflictNotYours:
    'Perbedaan ini diputuskan petugas yang mencatatnya atau kantor. Sampaikan kepada mereka; Anda boleh mengalah dengan nilai Anda sendiri.',
  contentHash: 'Isi berita acara berubah setelah ditandatangani. Minta tanda tangan sekali lagi.',
  decisionResult: 'Hasil satu keputusan tidak cocok dengan jumlah suaranya. Periksa suara setuju, tidak setuju, dan abstain.',
  deviceSeqTaken: 'Nomor urut tablet ini sudah dipakai catatan lain. Catatan disimpan di kantor; hubungi kantor sebelum melanjutkan.',
  endsBeforeStart: 'Waktu selesai lebih awal daripada waktu mulai. Perbaiki jamnya.',
  fieldRequired: 'Isian ini tidak boleh dikosongkan. Isi kembali, lalu simpan lagi.',
  figuresMissing: (bookYear: string) => `Angka laporan tahun buku ${bookYear} belum diisi. Isi angkanya lebih dulu.`,
  figuresOtherYear: (bookYear: string) =>
    `Angka tahun buku ${bookYear} bukan tahun buku rapat ini. Hapus, atau tambahkan tahun bukunya ke rapat.`,
  figuresTwice: (bookYear: string) => `Angka tahun buku ${bookYear} diisi dua kali. Hapus salah satunya.`,
  futureDay: 'Tanggalnya belum terjadi. Periksa tanggal, dan juga jam tablet ini.',
  heldWithoutMinutes: 'RAT tidak bisa dicatat terlaksana tanpa berita acara. Buka rapatnya dan isi berita acara.',
  idTaken: 'Nomor catatan ini sudah dipakai catatan lain. Catatan disimpan di kantor; hubungi kantor.',
  markedAndVoided:
    'Anggota ini ditandai hadir di satu tablet dan dibatalkan di tablet lain, tanpa saling tahu. Sementara ini dihitung hadir sampai ada yang memutuskan.',
  meetingAdjourned: 'Rapat ini sudah ditunda. Catat panggilan kedua sebagai rapat baru.',
  nationalId: 'Isian memuat NIK (16 angka) seseorang, yang tidak boleh disimpan. Hapus nomornya; nama sudah cukup.',
  notAsRatified: 'Angka ini sudah disahkan RAT. Ubah lewat perubahan berita acara, dengan alasannya.',
  notHeld: 'Rapat ini belum dilaksanakan, jadi belum bisa diverifikasi.',
  notOnRoster: 'Nama ini tidak ada di daftar pemilik suara rapat ini. Catat sebagai peninjau atau tamu.',
  notOpened: 'Rapat ini belum dibuka. Buka rapatnya lebih dulu.',
  notOwnVisit: 'Kunjungan ini dicatat petugas lain; hanya petugas itu atau kantor yang bisa mengubahnya.',
  notRecorded: 'Yang diubah tidak ada di kantor. Hubungi kantor dan sebutkan koperasinya.',
  notReturned: 'RAT ini tidak sedang dikembalikan, jadi tidak perlu diajukan lagi.',
  notWaiting: 'RAT ini tidak sedang menunggu verifikasi.',
  otherMinutes: 'Berita acara di kantor bukan yang ditandatangani di tablet ini. Hubungi kantor sebelum melanjutkan.',
  onRoster: 'Nama ini ada di daftar pemilik suara. Tandai hadir di bagian Anggota.',
  quorumNotReached: (present: string, registered: string) =>
    `Kuorum belum tercapai: hadir ${present} dari ${registered} pemilik suara. Tunda rapat dan catat panggilan kedua.`,
  reasonRequired: 'Keputusan ini mengubah dokumen yang sudah selesai atau daftar hadir. Tulis alasannya, lalu simpan lagi.',
  sameArea: 'Koperasi ini sudah ada di wilayah itu. Pilih kabupaten atau kota lain.',
  role: 'Peran Anda tidak berwenang untuk ini. Minta kantor mengerjakannya.',
  ruleFailed:
    'Aplikasi keliru mengolah catatan ini; ini bukan salah Anda. Isinya tersimpan utuh. Hubungi kantor dan kirim gambar layar ini.',
  rosterFrozen: 'Rapat sudah dibuka, jadi daftar pemilik suara tidak bisa diubah. Catat yang tidak terdaftar sebagai peninjau.',
  shuAllocation: (allocated: string, shu: string) => `Pembagian SHU berjumlah ${allocated}, sedangkan SHU ${shu}. Samakan jumlahnya.`,
  shuMissing: 'SHU dibagi, tetapi angka SHU belum diisi. Isi SHU lebih dulu.',
  shuNegative: 'Bagian SHU tidak boleh kurang dari nol. Perbaiki pembagiannya.',
  signatureMissing: 'Masih ada tanda tangan wajib yang kosong. Minta tanda tangannya.',
  subjectId: 'Catatan ini menunjuk hal yang keliru. Hubungi kantor dan kirim gambar layar ini.',
  termEndsBeforeStart: 'Masa jabatan pengurus berakhir sebelum dimulai. Perbaiki tanggalnya.',
  tooManySheets: 'Foto lembar daftar hadir RAT ini sudah terlalu banyak. Foto ini tetap ada di tablet; hubungi kantor.',
  tooManyWaiting:
    'Terlalu banyak catatan Anda menunggu data yang belum sampai di kantor. Isi catatan ini tersimpan di kantor; hubungi kantor.',
  unknownArea: 'Wilayah tujuan itu tidak ada di kantor ini. Periksa kode kabupaten atau kotanya.',
  unreadable: 'Kantor tidak bisa membaca catatan ini, mungkin karena versi aplikasinya.',
  votesAbovePresent: (votes: string, present: string) =>
    `Jumlah suara ${votes} lebih banyak daripada yang hadir, ${present}. Periksa suaranya.`,
  votesMissing: 'Keputusan dengan pemungutan suara belum berisi jumlah suara. Isi suara setuju dan tidak setuju.',
  unknown: (rule: string) => `Tidak sesuai aturan "${rule}". Hubungi kantor dan sebutkan aturan ini.`,
};
