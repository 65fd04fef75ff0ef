import { expect, test } from 'vitest';
import { type Register, type RegisterEntry, wordsOf } from '../../../src/data/register.ts';
import { addressOf, districtsOf, entriesFound, filterFrom, regenciesOf } from '../../../src/ui/cooperatives/cooperative-filter.ts';
import { cooperativeBody, idOf, kukar, mahulu, policy } from '../../support/world.ts';

const by = { recordedBy: 'officer', recordedAt: 0 };
let made = 0;

function entryOf(area: string, fields: Partial<RegisterEntry['cooperative']>, rats: RegisterEntry['rats'] = []): RegisterEntry {
  made += 1;
  const cooperative = { ...cooperativeBody, regencyCode: area, ...fields, ...by };
  return {
    id: idOf(made),
    area,
    cooperative,
    rats,
    words: wordsOf([cooperative.name, cooperative.group, cooperative.villageName].join(' ')),
  };
}

const heldIn2026 = {
  bookYears: [2025],
  heldOn: '2026-03-01',
  quorumReached: true,
  verifiedOn: '2026-03-05',
  callNumber: 1,
  source: 'officer',
} as const;
const entries = [
  entryOf(kukar, { name: 'Tirta Makmur', districtName: 'Loa Kulu', villageName: 'Sepakat' }, [
    { ...heldIn2026, bookYears: [2025], meetingId: 'm' },
  ]),
  entryOf(kukar, { name: 'Karya Baru', districtName: 'Muara Badak' }),
  entryOf(mahulu, { name: 'Bina Tirta', districtName: 'Long Iram', legalStatus: 'dissolved' }),
];
const register: Register = {
  entries,
  byId: new Map(entries.map((entry) => [entry.id, entry])),
  policies: [policy],
  unsettled: [],
  followUps: [],
};
const namesOf = (query: Record<string, string>, asOf = '2026-04-10') =>
  entriesFound(register, filterFrom(query), asOf).map((entry) => entry.cooperative.name);

test('words, area and district narrow together', () => {
  expect(namesOf({})).toHaveLength(3);
  expect(namesOf({ q: 'tirta' })).toEqual(['Tirta Makmur', 'Bina Tirta']);
  expect(namesOf({ q: 'tirta', kab: kukar })).toEqual(['Tirta Makmur']);
  expect(namesOf({ q: 'ksu sepakat' })).toEqual(['Tirta Makmur']);
  expect(namesOf({ kec: 'Muara Badak' })).toEqual(['Karya Baru']);
});

test('statuses are those of the day that is asked about', () => {
  expect(namesOf({ rat: 'due' })).toEqual(['Karya Baru', 'Bina Tirta']);
  expect(namesOf({ rat: 'missed' })).toEqual([]);
  expect(namesOf({ rat: 'missed' }, '2026-07-06')).toEqual(['Karya Baru', 'Bina Tirta']);
  expect(namesOf({ rat: 'heldOnTime', aktif: 'active' })).toEqual(['Tirta Makmur']);
  expect(namesOf({ aktif: 'inactive', hukum: 'dissolved' })).toEqual(['Bina Tirta']);
});

test('without the office’s rules nobody has a status, and nobody is found by one', () => {
  expect(entriesFound({ ...register, policies: [] }, filterFrom({ rat: 'due' }), '2026-04-10')).toEqual([]);
});

test('the address holds the filter and nothing else', () => {
  expect(addressOf({ query: '' })).toBe('/koperasi');
  const address = addressOf({ query: 'tirta makmur', rat: 'due', regency: kukar, district: 'Loa Kulu' });
  const read = Object.fromEntries(new URL(address, 'http://tablet').searchParams);
  expect(filterFrom(read)).toMatchObject({ query: 'tirta makmur', rat: 'due', regency: kukar, district: 'Loa Kulu', activity: undefined });
});

test('an address written by hand cannot ask for a status that does not exist', () => {
  expect(filterFrom({ rat: 'perhaps', aktif: 'maybe' })).toMatchObject({ rat: undefined, activity: undefined });
});

test('the choices are what the register holds', () => {
  expect(regenciesOf(register)).toEqual([kukar, mahulu]);
  expect(districtsOf(register, kukar)).toEqual(['Loa Kulu', 'Muara Badak']);
  expect(districtsOf(register, undefined)).toHaveLength(3);
});
