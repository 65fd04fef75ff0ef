/** The lists of visits and of meetings, in Indonesian. */
export const ownLists = {
  visits: 'Kunjungan',
  visitsHow: 'Kunjungan baru dimulai dari halaman koperasinya.',
  meetings: 'RAT',
  meetingsHow: 'RAT baru dimulai dari halaman koperasinya.',
  mine: 'Hanya milik saya',
  every: 'Semua',
  toCooperatives: 'Pilih koperasi',
  visitList: 'Daftar kunjungan',
  meetingList: 'Daftar RAT',
  stateFilter: 'Saring menurut keadaan',
  noVisits: { title: 'Belum ada kunjungan', body: 'Kunjungan yang selesai muncul di sini, juga sebelum terkirim.' },
  noMeetings: { title: 'Tidak ada RAT yang cocok', body: 'RAT yang direncanakan atau dicatat di wilayah Anda muncul di sini.' },
  by: (name: string) => `oleh ${name}`,
};
