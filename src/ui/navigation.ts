/** What the frame of the app is told: where one can go, who is signed in, how the office stands. */
import type { IconName } from './kit/icon.tsx';

export interface NavigationEntry {
  href: string;
  label: string;
  icon: IconName;
  /** Something to see to there; 0 shows nothing. */
  count?: number;
}

export interface SyncSummary {
  /** `receiving`: the first data of the office is still on its way. */
  state: 'idle' | 'sending' | 'receiving';
  /** Facts kept here that the office does not have yet. */
  waiting: number;
  /** Refused or in conflict: an officer should look. */
  trouble: number;
  /** The last answer of the office, epoch ms. */
  lastContactAt?: number | undefined;
}

export interface SignedIn {
  name: string;
  /** Role and area, in words. */
  role: string;
}

/** Whether `path` lies under the entry: '/koperasi/123' under '/koperasi', while '/' is only itself. */
export const isWithin = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

// A thumb reaches five tabs on a phone; the fifth opens the rest and the settings.
export const phoneEntries = 4;
