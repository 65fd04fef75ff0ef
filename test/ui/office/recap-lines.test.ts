import { expect, test } from 'vitest';
import { ratStatuses } from '../../../src/domain/rat-status.ts';
import { recapCells, registerRecap, statusesIn } from '../../../src/ui/office/recap-lines.ts';
import { entryOf, heldRat, registerOf } from '../../support/register-of.ts';
import { kukar, mahulu } from '../../support/world.ts';

const register = registerOf([
  entryOf(kukar, { name: 'Satu' }, [heldRat(2014, '2015-03-01')]),
  entryOf(kukar, { name: 'Dua' }, [heldRat(2013, '2014-04-01')]),
  entryOf(kukar, { name: 'Tiga' }),
  entryOf(mahulu, { name: 'Empat', dissolvedOn: '2017-08-01', legalStatus: 'dissolved' }),
  entryOf(mahulu, { name: 'Lima', legalEntityOn: '2016-01-04' }),
]);
const headings = {
  code: 'Kode',
  regency: 'Kabupaten/kota',
  cooperatives: 'Koperasi',
  active: 'Aktif',
  inactive: 'Tidak aktif',
  ratHeld: 'RAT 2015',
  ratOfAll: '% dari semua koperasi',
  ratOfActive: '% dari koperasi aktif',
  total: 'Jumlah',
  status: (status: string) => status,
};

test('the recap of a past day counts who existed then, and what had happened by then', () => {
  const answer = registerRecap(register, '2015-12-31');
  expect(answer?.recap).toMatchObject({ calendarYear: 2015, bookYear: 2014, asOf: '2015-12-31' });
  expect(answer?.recap.total).toMatchObject({ cooperatives: 4, active: 2, inactive: 2, ratHeld: 1, ratOfAll: 2500, ratOfActive: 5000 });
  expect(answer?.recap.regencies.map(({ regencyCode, cooperatives }) => [regencyCode, cooperatives])).toEqual([
    [kukar, 3],
    [mahulu, 1],
  ]);
});

test('the file says what each percentage is of, adds the statuses that occur, and ends with the total', () => {
  const answer = registerRecap(register, '2015-12-31');
  if (!answer) throw new Error('there is a policy');
  const statuses = statusesIn(answer.recap, ratStatuses);
  expect(statuses).toEqual(['heldOnTime', 'missed']);
  const { headings: first, rows } = recapCells(answer.recap, headings, statuses, (code) => `Kabupaten ${code}`);
  expect(first.slice(-4)).toEqual(['% dari semua koperasi', '% dari koperasi aktif', 'heldOnTime', 'missed']);
  expect(rows).toEqual([
    [kukar, 'Kabupaten 64.02', 3, 2, 1, 1, '33,33', '50,00', 1, 2],
    [mahulu, 'Kabupaten 64.11', 1, 0, 1, 0, '0,00', undefined, 0, 1],
    ['', 'Jumlah', 4, 2, 2, 1, '25,00', '50,00', 1, 3],
  ]);
});

test('without a policy nobody can say who is active, so there is no recap', () => {
  expect(registerRecap({ ...register, policies: [] }, '2015-12-31')).toBeUndefined();
});
