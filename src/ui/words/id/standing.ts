/** The four statuses of a cooperative, in Indonesian. */
export const standing = {
  rat: {
    notRequired: 'Belum wajib RAT',
    waived: 'RAT dibebaskan',
    heldOnTime: 'RAT tepat waktu',
    heldLate: 'RAT terlambat',
    heldUnverified: 'RAT menunggu verifikasi',
    adjourned: 'RAT ditunda',
    invalidNoQuorum: 'RAT tidak kuorum',
    notStarted: 'Tahun buku berjalan',
    due: 'Perlu RAT',
    missed: 'RAT terlewat',
  },
  activity: { active: 'Aktif', inactive: 'Tidak aktif' },
  legal: { active: 'Berbadan hukum', inLiquidation: 'Dalam penyelesaian', dissolved: 'Bubar' },
  certificate: { valid: 'Sertifikat berlaku', expired: 'Sertifikat kedaluwarsa', undated: 'Bersertifikat', none: 'Belum bersertifikat' },
};
