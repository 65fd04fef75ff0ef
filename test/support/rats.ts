// RATs as the fixtures write them: `2015+2014 @2016-03-01 v2016-04-01 noQuorum call2`, parted by `;`; `-` is none.
import type { RatRecord } from '../../src/domain/rat-record.ts';

export function ratsFrom(text: string): RatRecord[] {
  if (text === '-') return [];
  return text.split(';').map((rat, index) => ratFrom(rat.trim(), `rat-${index + 1}`));
}

function ratFrom(text: string, meetingId: string): RatRecord {
  const [years = '', held = '', ...marks] = text.split(/\s+/);
  const bookYears = years.split('+').map(Number);
  const verifiedOn = marks.find((mark) => mark.startsWith('v'))?.slice(1);
  const unknown = marks.find((mark) => !/^(v\d{4}-\d\d-\d\d|noQuorum|call2)$/.test(mark));
  if (!/^@\d{4}-\d\d-\d\d$/.test(held) || bookYears.some(Number.isNaN) || unknown) throw new Error(`not a RAT: ${text}`);
  return {
    meetingId,
    bookYears,
    heldOn: held.slice(1),
    quorumReached: !marks.includes('noQuorum'),
    ...(verifiedOn ? { verifiedOn } : {}),
    callNumber: marks.includes('call2') ? 2 : 1,
    source: 'officer',
  };
}
