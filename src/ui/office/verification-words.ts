/** The words of the queue and of the check, and each flag in words. */
import { showCount, showDay } from '../kit/figures.ts';
import { verification as verificationEn } from '../words/en/office-verification.ts';
import { verification as verificationId } from '../words/id/office-verification.ts';
import { dictionary } from '../words/words.ts';
import type { VerificationFlag } from './verification-flags.ts';

export const verificationWords = dictionary(verificationId, verificationEn);
export type VerificationWords = typeof verificationId;

/** In two or three words, for the queue. */
export function flagLabel(flag: VerificationFlag, { flag: words }: VerificationWords): string {
  switch (flag.kind) {
    case 'rival':
      return words.rival(String(flag.bookYear));
    case 'openConflict':
    case 'disputedMarks':
    case 'markedTwice':
      return words[flag.kind](showCount(flag.count));
    default:
      return words[flag.kind];
  }
}

/** What is odd and what to do about it. */
export function flagDetail(flag: VerificationFlag, { flagDetail: words }: VerificationWords): string {
  switch (flag.kind) {
    case 'rival':
      return flag.verified ? words.rivalVerified(String(flag.bookYear)) : words.rival(String(flag.bookYear));
    case 'openConflict':
    case 'disputedMarks':
    case 'markedTwice':
    case 'amendedAfterReturn':
      return words[flag.kind](showCount(flag.count));
    case 'presenceDiffers':
      return words.presenceDiffers(showCount(flag.minutes), showCount(flag.list));
    case 'late':
      return words.late(String(flag.bookYear), showDay(flag.deadline));
    default:
      return words[flag.kind];
  }
}

export function toneOf({ kind }: VerificationFlag): 'bad' | 'warn' | 'info' {
  if (
    kind === 'rival' ||
    kind === 'sealBroken' ||
    kind === 'noQuorum' ||
    kind === 'otherQuorumRule' ||
    kind === 'noFirstCall' ||
    kind === 'withoutMinutes'
  )
    return 'bad';
  return kind === 'amendedAfterReturn' || kind === 'resubmitted' || kind === 'late' ? 'info' : 'warn';
}
