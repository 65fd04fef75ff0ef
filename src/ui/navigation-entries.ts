/** Where each role can go. */
import { isOffice, type Role } from '../domain/officer.ts';
import type { FrameWords } from './frame-words.ts';
import type { NavigationEntry } from './navigation.ts';

export function navigationFor(role: Role, words: FrameWords): NavigationEntry[] {
  const field: NavigationEntry[] = [
    { href: '/', label: words.today, icon: 'home' },
    { href: '/koperasi', label: words.cooperatives, icon: 'cooperative' },
    { href: '/kunjungan', label: words.visits, icon: 'visit' },
    { href: '/rat', label: words.meetings, icon: 'meeting' },
    { href: '/sinkron', label: words.sync, icon: 'sync' },
  ];
  const office: NavigationEntry[] = [
    { href: '/kantor/register', label: words.register, icon: 'table' },
    { href: '/kantor/verifikasi', label: words.verification, icon: 'check' },
    { href: '/perbedaan', label: words.differences, icon: 'warning' },
    { href: '/kantor/rekap', label: words.recap, icon: 'chart' },
    { href: '/kantor/impor', label: words.importing, icon: 'upload' },
  ];
  return [...field, ...(isOffice(role) ? office : []), { href: '/setelan', label: words.settings, icon: 'info' }];
}
