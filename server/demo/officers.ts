// The people of the demo office: one account of each role, all with the same published password.
import type { NewAccount } from '../store/accounts.ts';

export const demoPassword = 'rapat-anggota-2026';

/** In the order in which they are shown to whoever tries the demo. */
export const demoAccounts: readonly Omit<NewAccount, 'password'>[] = [
  { username: 'petugas.kukar', name: 'Petugas Kukar', role: 'officer', areas: ['64.02'] },
  { username: 'petugas2.kukar', name: 'Petugas Dua Kukar', role: 'officer', areas: ['64.02'] },
  { username: 'petugas.mahulu', name: 'Petugas Mahulu', role: 'officer', areas: ['64.11'] },
  { username: 'verifikator', name: 'Verifikator Provinsi', role: 'verifier', areas: ['64'] },
  { username: 'kepala', name: 'Kepala Dinas', role: 'head', areas: ['64'] },
  { username: 'admin', name: 'Admin Provinsi', role: 'administrator', areas: ['64'] },
];
