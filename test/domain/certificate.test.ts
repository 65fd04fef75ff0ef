import { expect, test } from 'vitest';
import { certificateOf } from '../../src/domain/certificate.ts';
import { casesOf } from '../support/cases.ts';

const given = (cell: string) => (cell === '-' ? undefined : cell);

test.each(casesOf('certificates.txt', ['nikStatus', 'validUntil', 'asOf', 'status', 'why']))(
  'a certificate is $status on $asOf: $why',
  ({ nikStatus, validUntil, asOf, status }) => {
    expect(certificateOf({ nikStatus: given(nikStatus), certificateValidUntil: given(validUntil) }, asOf).status).toBe(status);
  },
);
