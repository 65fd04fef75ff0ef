// Names, numbers and places of a register; cases live in test/fixtures/register-*.txt.
import { describe, expect, test } from 'vitest';
import {
  groupCodeOf,
  normaliseLegalEntityNumber,
  readVillageCell,
  registerKeyOf,
  splitCooperativeName,
  withoutDistrictWord,
} from '../../src/domain/register-name.ts';
import { casesOf } from '../support/cases.ts';

describe('the name of a cooperative', () => {
  test.each(casesOf('register-name.txt', ['text', 'group', 'name']))('"$text" is $group "$name"', ({ text, group, name }) => {
    const expected = name === '' ? undefined : { name, group: group || undefined, originalName: text };
    expect(splitCooperativeName(`  ${text} `)).toEqual(expected);
  });

  test('gives the same group when a column names it', () => {
    expect(groupCodeOf('KSU')).toBe('KSU');
    expect(groupCodeOf('Koperasi Serba Usaha')).toBe('KSU');
    expect(groupCodeOf('Simpan Pinjam')).toBe('KSP');
    expect(groupCodeOf('Kopontren')).toBe('KOPPONTREN');
    expect(groupCodeOf('KUD Mina')).toBeUndefined();
  });
});

describe('a legal-entity number', () => {
  test.each(casesOf('register-legal-entity-same.txt', ['one', 'other']))('"$one" is the same as "$other"', ({ one, other }) => {
    expect(normaliseLegalEntityNumber(one)).toBe(normaliseLegalEntityNumber(other));
  });

  test.each(casesOf('register-legal-entity-different.txt', ['one', 'other']))('"$one" is not "$other"', ({ one, other }) => {
    expect(normaliseLegalEntityNumber(one)).not.toBe(normaliseLegalEntityNumber(other));
  });

  test('normalised once is normalised', () => {
    const key = normaliseLegalEntityNumber('No. 08/BH/KDK 22. 1/XII/2000');
    expect(key).toBe('08/BH/KDK221/XII/2000');
    expect(normaliseLegalEntityNumber(key)).toBe(key);
  });

  test('finds a cooperative again, and without one its kind, name and village do', () => {
    expect(registerKeyOf({ legalEntityKey: '08/BH', group: 'KSU', name: 'A', villageName: 'B' })).toBe('number:08/BH');
    const one = registerKeyOf({ group: 'KSU', name: 'Tri-Dwi Eka', villageName: 'Sumber Kima' });
    expect(registerKeyOf({ group: 'KSU', name: 'tri dwi  eka.', villageName: 'SUMBERKIMA' })).toBe(one);
    expect(registerKeyOf({ group: 'KSP', name: 'Tri-Dwi Eka', villageName: 'Sumber Kima' })).not.toBe(one);
    expect(registerKeyOf({ group: 'KSU', name: 'Tri-Dwi Eka', villageName: 'Patas' })).not.toBe(one);
  });
});

describe('a place', () => {
  test.each(casesOf('register-village.txt', ['text', 'kind', 'name']))('"$text" is $kind "$name"', ({ text, kind, name }) => {
    expect(readVillageCell(` ${text} `)).toEqual({ kind: 'value', value: { name, kind: kind || undefined } });
  });

  test('of a kind alone is not a village', () => {
    expect(readVillageCell('Desa')).toEqual({ kind: 'unreadable', reason: 'notAVillage' });
    expect(readVillageCell('Kel. -')).toEqual({ kind: 'unreadable', reason: 'notAVillage' });
    expect(readVillageCell(' - ')).toEqual({ kind: 'nothing' });
  });

  test('is a district with or without the word for it', () => {
    expect(withoutDistrictWord('Kec. Banjar')).toBe('Banjar');
    expect(withoutDistrictWord('Kecamatan Banjar')).toBe('Banjar');
    expect(withoutDistrictWord('Kecapi')).toBe('Kecapi');
  });
});
