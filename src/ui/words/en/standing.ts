/** The four statuses of a cooperative, in English. */
import type { standing as source } from '../id/standing.ts';

export const standing: typeof source = {
  rat: {
    notRequired: 'No RAT required yet',
    waived: 'RAT waived',
    heldOnTime: 'RAT on time',
    heldLate: 'RAT late',
    heldUnverified: 'RAT awaits verification',
    adjourned: 'RAT adjourned',
    invalidNoQuorum: 'RAT without quorum',
    notStarted: 'Book year running',
    due: 'RAT due',
    missed: 'RAT missed',
  },
  activity: { active: 'Active', inactive: 'Inactive' },
  legal: { active: 'Legal entity', inLiquidation: 'Being wound up', dissolved: 'Dissolved' },
  certificate: { valid: 'Certificate valid', expired: 'Certificate expired', undated: 'Certified', none: 'Not certified' },
};
