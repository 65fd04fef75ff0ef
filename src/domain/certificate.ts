// Where a cooperative stands with its NIK certificate as of a date, kept apart from its other statuses.
import type { Cooperative } from './cooperative.ts';
import type { Day } from './day.ts';

export const certificateStatuses = ['valid', 'expired', 'undated', 'none'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

export interface CertificateStanding {
  /** `undated`: the register says that it has one but not until when. */
  status: CertificateStatus;
  asOf: Day;
  validUntil?: Day;
}

/** Words as the Ministry's system writes them: Sudah Bersertifikat, Belum Bersertifikat, Sertifikat - Expired. */
const saysExpired = /expired|kedaluwarsa|kadaluarsa/i;
const saysCertified = /sudah|bersertifikat|berlaku/i;
const saysNone = /belum|tidak/i;

export function certificateOf(cooperative: Pick<Cooperative, 'nikStatus' | 'certificateValidUntil'>, asOf: Day): CertificateStanding {
  const { nikStatus = '', certificateValidUntil: validUntil } = cooperative;
  if (validUntil !== undefined) return { status: asOf <= validUntil ? 'valid' : 'expired', asOf, validUntil };
  if (saysExpired.test(nikStatus)) return { status: 'expired', asOf };
  return { status: saysCertified.test(nikStatus) && !saysNone.test(nikStatus) ? 'undated' : 'none', asOf };
}
