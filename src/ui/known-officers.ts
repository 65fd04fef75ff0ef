/** The officers whose databases stand on this tablet, latest first. Names and ids alone: a token lives only in its officer's database. */
import { recall, remember } from './kit/remembered.ts';

export interface KnownOfficer {
  officerId: string;
  username: string;
  name: string;
  /** The tablet's id with that officer: its facts are numbered under it. */
  deviceId: string;
}

const key = 'pantau-officers';

export function knownOfficers(): KnownOfficer[] {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKnownOfficer) : [];
  } catch {
    return [];
  }
}

export function rememberOfficer(officer: KnownOfficer): void {
  const others = knownOfficers().filter(({ officerId }) => officerId !== officer.officerId);
  remember(key, JSON.stringify([officer, ...others]));
}

export const officerCalled = (username: string): KnownOfficer | undefined =>
  knownOfficers().find((officer) => officer.username.toLowerCase() === username.trim().toLowerCase());

function isKnownOfficer(value: unknown): value is KnownOfficer {
  if (typeof value !== 'object' || value === null) return false;
  const officer = value as Record<string, unknown>;
  return ['officerId', 'username', 'name', 'deviceId'].every((field) => typeof officer[field] === 'string');
}
