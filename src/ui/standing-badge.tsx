/** The four statuses of a cooperative as stamps, each with its own colour, sign and words. */
import type { CertificateStatus } from '../domain/certificate.ts';
import type { Cooperative } from '../domain/cooperative.ts';
import type { RatStatusName } from '../domain/rat-status.ts';
import { StatusBadge, type Tone } from './kit/badge.tsx';
import type { IconName } from './kit/icon.tsx';
import { standing as standingEn } from './words/en/standing.ts';
import { standing as standingId } from './words/id/standing.ts';
import { dictionary, useWords } from './words/words.ts';

export const standingWords = dictionary(standingId, standingEn);

type Look = readonly [tone: Tone, icon?: IconName];

const ratLooks: Record<RatStatusName, Look> = {
  notRequired: ['neutral'],
  waived: ['neutral'],
  heldOnTime: ['good'],
  heldLate: ['good', 'clock'],
  heldUnverified: ['info', 'office'],
  adjourned: ['warn', 'undo'],
  invalidNoQuorum: ['bad', 'cross'],
  notStarted: ['neutral', 'clock'],
  due: ['warn', 'calendar'],
  missed: ['bad'],
};
const legalLooks: Record<Cooperative['legalStatus'], Look> = { active: ['good'], inLiquidation: ['warn'], dissolved: ['bad', 'cross'] };
const certificateLooks: Record<CertificateStatus, Look> = {
  valid: ['good'],
  expired: ['bad', 'clock'],
  undated: ['info'],
  none: ['neutral'],
};

const lookOf = ([tone, icon]: Look) => (icon ? { tone, icon } : { tone });

export function RatBadge({ status }: { status: RatStatusName }) {
  return <StatusBadge {...lookOf(ratLooks[status])}>{useWords(standingWords).rat[status]}</StatusBadge>;
}

export function ActivityBadge({ status }: { status: 'active' | 'inactive' }) {
  return <StatusBadge {...lookOf(status === 'active' ? ['good'] : ['neutral'])}>{useWords(standingWords).activity[status]}</StatusBadge>;
}

export function LegalBadge({ status }: { status: Cooperative['legalStatus'] }) {
  return <StatusBadge {...lookOf(legalLooks[status])}>{useWords(standingWords).legal[status]}</StatusBadge>;
}

export function CertificateBadge({ status }: { status: CertificateStatus }) {
  return <StatusBadge {...lookOf(certificateLooks[status])}>{useWords(standingWords).certificate[status]}</StatusBadge>;
}
