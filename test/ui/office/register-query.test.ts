import { expect, test } from 'vitest';
import type { Register, RegisterEntry } from '../../../src/data/register.ts';
import { figuresIndexOf, latestFigures } from '../../../src/ui/office/latest-figures.ts';
import { type RegisterLine, registerLines } from '../../../src/ui/office/register-line.ts';
import {
  changedQuery,
  choicesIn,
  linesFound,
  type RegisterQuery,
  registerAddress,
  registerQueryFrom,
  sortedLines,
  usualColumns,
} from '../../../src/ui/office/register-query.ts';
import { entryOf, heldRat, registerOf } from '../../support/register-of.ts';
import { kukar, mahulu } from '../../support/world.ts';

const today = '2026-07-06';
const names = new Map([
  [kukar, 'Kabupaten Kutai Kartanegara'],
  [mahulu, 'Kabupaten Mahakam Ulu'],
]);
const register = registerOf([
  entryOf(kukar, { name: 'Tirta Makmur', districtName: 'Loa Kulu' }, [heldRat(2025, '2026-03-01')]),
  entryOf(kukar, { name: 'Karya 10', group: 'KUD', districtName: 'Muara Badak' }),
  entryOf(kukar, { name: 'Karya 9', group: 'KUD', districtName: 'Muara Badak' }, [heldRat(2023, '2024-02-01')]),
  entryOf(mahulu, { name: 'Bina Tirta', districtName: 'Long Iram', legalStatus: 'dissolved', dissolvedOn: '2020-05-01' }),
  entryOf(mahulu, { name: 'Baru Berdiri', legalEntityOn: '2024-08-17' }),
]);
const linesAt = (asOf = today, bookYear = 2025, of: Register = register) => registerLines(of, { asOf, bookYear }, names);
const queryOf = (query: Record<string, string> = {}) => registerQueryFrom(query, today);
const titlesOf = (lines: readonly RegisterLine[]) => lines.map(({ title }) => title);
const found = (query: Record<string, string>, lines = linesAt()) => titlesOf(linesFound(lines, queryOf(query)).found);

test('the register of a day holds who was founded by then, and shows a later dissolution as not yet happened', () => {
  const before = linesAt('2019-12-31', 2018);
  expect(titlesOf(before)).not.toContain('KSU Baru Berdiri');
  expect(before.find(({ title }) => title === 'KSU Bina Tirta')).toMatchObject({ legal: 'active', exists: true });
  expect(linesAt().find(({ title }) => title === 'KSU Bina Tirta')).toMatchObject({ legal: 'dissolved', exists: false });
});

test('a line carries the RAT of the book year asked for, the streak of missed years and the last valid RAT', () => {
  expect(linesAt().find(({ title }) => title === 'KUD Karya 9')).toMatchObject({ rat: 'missed', missed: 2, lastRatOn: '2024-02-01' });
  expect(linesAt(today, 2023).find(({ title }) => title === 'KUD Karya 9')).toMatchObject({ rat: 'heldOnTime' });
  expect(linesAt().find(({ title }) => title === 'KSU Tirta Makmur')).toMatchObject({ rat: 'heldOnTime', missed: 0, activity: 'active' });
  expect(linesAt('2026-02-28').find(({ title }) => title === 'KSU Tirta Makmur')?.lastRatOn).toBeUndefined();
});

test('a visit that saw the business running still tells about its own time after a later one', () => {
  const seen = registerOf([entryOf(kukar, {}, [], ['2024-05-01', '2026-06-01'])]);
  const activityAt = (asOf: string) => linesAt(asOf, 2023, seen)[0]?.activity;
  expect([activityAt('2024-04-30'), activityAt('2024-12-31'), activityAt('2026-01-31'), activityAt('2026-07-01')]).toEqual([
    'inactive',
    'active',
    'inactive',
    'active',
  ]);
});

test('without a policy for the day a line has no status, and is found by none', () => {
  const lines = linesAt(today, 2025, { ...register, policies: [] });
  expect(lines[0]).not.toHaveProperty('rat');
  expect(linesFound(lines, queryOf({ rat: 'missed' })).found).toEqual([]);
});

test('filters narrow together; who is dissolved is counted and left out until asked for', () => {
  expect(found({})).toEqual(['KSU Tirta Makmur', 'KUD Karya 10', 'KUD Karya 9', 'KSU Baru Berdiri']);
  expect(linesFound(linesAt(), queryOf({ q: 'tirta' }))).toMatchObject({ dissolved: 1 });
  expect(found({ q: 'tirta', hukum: 'all' })).toEqual(['KSU Tirta Makmur', 'KSU Bina Tirta']);
  expect(found({ hukum: 'dissolved' })).toEqual(['KSU Bina Tirta']);
  expect(found({ kab: kukar, kec: 'Muara Badak', kel: 'KUD', rat: 'missed' })).toEqual(['KUD Karya 10', 'KUD Karya 9']);
  expect(found({ aktif: 'active', kel: 'KUD' })).toEqual(['KUD Karya 9']);
});

test('numbers within names sort as numbers, and blanks stand last both ways', () => {
  const lines = linesAt().filter(({ exists }) => exists);
  expect(titlesOf(sortedLines(lines, { key: 'name', descending: false }))).toEqual([
    'KSU Baru Berdiri',
    'KSU Tirta Makmur',
    'KUD Karya 9',
    'KUD Karya 10',
  ]);
  expect(titlesOf(sortedLines(lines, { key: 'lastRat', descending: false })).slice(0, 2)).toEqual(['KUD Karya 9', 'KSU Tirta Makmur']);
  expect(titlesOf(sortedLines(lines, { key: 'lastRat', descending: true })).slice(0, 2)).toEqual(['KSU Tirta Makmur', 'KUD Karya 9']);
});

test('an address says only what is not as usual, and is read back as it was', () => {
  expect(registerAddress(queryOf(), today)).toBe('/kantor/register');
  const query: RegisterQuery = {
    ...queryOf(),
    words: 'tirta',
    regency: kukar,
    rat: 'missed',
    asOf: '2015-12-31',
    bookYear: 2013,
    sort: { key: 'assets', descending: true },
    page: 2,
    columns: ['name', 'assets'],
  };
  const address = registerAddress(query, today);
  expect(queryOf(Object.fromEntries(new URL(address, 'http://office').searchParams))).toEqual(query);
});

test('what an address makes no sense of is as usual', () => {
  const nonsense = { per: '2030-01-01', tb: '12', urut: '-weather', hal: '-4', rat: 'maybe', kolom: 'shu,weather' };
  expect(queryOf(nonsense)).toMatchObject({
    asOf: today,
    bookYear: 2025,
    sort: { key: 'name', descending: false },
    page: 0,
    rat: undefined,
  });
  expect(queryOf(nonsense).columns).toEqual(['name', 'shu']);
  expect(queryOf({ per: 'yesterday' }).asOf).toBe(today);
  expect(queryOf().columns).toEqual(usualColumns);
});

test('a change starts at the first page; a new day brings its own book year unless one was chosen', () => {
  expect(changedQuery({ ...queryOf(), page: 3 }, { rat: 'missed' }).page).toBe(0);
  expect(changedQuery(queryOf(), { asOf: '2015-12-31' }).bookYear).toBe(2014);
  expect(changedQuery({ ...queryOf(), bookYear: 2012 }, { asOf: '2015-12-31' }).bookYear).toBe(2012);
});

test('only what the register holds can be chosen', () => {
  expect(choicesIn(linesAt(), mahulu)).toEqual({ regencies: [kukar, mahulu], districts: ['Long Iram'], groups: ['KSU', 'KUD'] });
});

test('the latest figures are of a book year that had ended, each from its best source', () => {
  const by = { recordedBy: 'officer', recordedAt: 0 };
  const id = (register.entries[0] as RegisterEntry).id;
  const rows = figuresIndexOf([
    { cooperativeId: id, bookYear: 2023, source: 'register', membersTotal: 90, assets: 5, ...by },
    { cooperativeId: id, bookYear: 2024, source: 'register', membersTotal: 100, shu: 7, ...by },
    { cooperativeId: id, bookYear: 2024, source: 'rat', membersTotal: 104, ...by },
    { cooperativeId: id, bookYear: 2025, source: 'oral', employees: 3, ...by },
  ]).get(id);
  expect(latestFigures(rows, today, 12)).toEqual({ bookYear: 2024, members: 104, shu: 7 });
  expect(latestFigures(rows, '2024-12-30', 12)).toEqual({ bookYear: 2023, members: 90, assets: 5 });
  expect(latestFigures(rows, '2024-06-30', 6)).toEqual({ bookYear: 2024, members: 104, shu: 7 });
  expect(latestFigures(undefined, today, 12)).toBeUndefined();
});
