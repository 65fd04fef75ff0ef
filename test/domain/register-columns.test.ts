// Headings of a register; cases live in test/fixtures/register-heading.txt.
import { describe, expect, test } from 'vitest';
import { recogniseColumns } from '../../src/domain/register-columns.ts';
import { casesOf } from '../support/cases.ts';

describe('a column', () => {
  test.each(casesOf('register-heading.txt', ['heading', 'field']))('headed "$heading" is $field', ({ heading, field }) => {
    const columns = recogniseColumns([heading]);
    const seen = columns.mapping[heading] ?? (columns.scaledColumns.includes(heading) ? 'scaled' : 'unknown');
    expect(seen).toBe(field);
    expect(columns.unknownColumns).toEqual(field === 'unknown' ? [heading] : []);
  });

  test('may stand anywhere, and empty headings are passed over', () => {
    const columns = recogniseColumns(['', 'SHU', 'Catatan', 'Nama Koperasi', '', 'Anggota']);
    expect(columns.indexOf).toEqual({ shu: 1, name: 3, membersTotal: 5 });
    expect(columns.unknownColumns).toEqual(['Catatan']);
    expect(columns.missing).toEqual([]);
  });

  test('for the name must be there', () => {
    expect(recogniseColumns(['nobh', 'shu']).missing).toEqual(['name']);
  });

  test('that claims a field a second time is reported instead of read', () => {
    const columns = recogniseColumns(['Nama Koperasi', 'Aset', 'Total Aset']);
    expect(columns.indexOf.assets).toBe(1);
    expect(columns.unknownColumns).toEqual(['Total Aset']);
    expect(columns.doubledColumns).toEqual([{ heading: 'Total Aset', first: 'Aset' }]);
  });
});

describe('a mapping by hand', () => {
  test('names columns that are not known by themselves', () => {
    const columns = recogniseColumns(['Nama Badan Usaha', 'Omzet Setahun'], {
      'nama badan usaha': 'name',
      'Omzet Setahun': 'businessVolume',
    });
    expect(columns.indexOf).toEqual({ name: 0, businessVolume: 1 });
    expect(columns.missing).toEqual([]);
  });

  test('overrides what a column would have been', () => {
    const columns = recogniseColumns(['Nama', 'Koperasi', 'Status'], { Koperasi: 'name', Status: 'ignored' });
    expect(columns.indexOf).toEqual({ name: 1 });
    expect(columns.mapping).toEqual({ Koperasi: 'name', Status: 'ignored' });
    expect(columns.unknownColumns).toEqual(['Nama']);
  });

  test('may insist on a column that would be left out for its unit', () => {
    expect(recogniseColumns(['nama', 'Aset (Rp juta)'], { 'Aset (Rp juta)': 'assets' }).indexOf).toEqual({ name: 0, assets: 1 });
  });

  test('tells which of its headings the file does not have', () => {
    expect(recogniseColumns(['nama'], { 'Nama Lama': 'name' }).unmatched).toEqual(['Nama Lama']);
  });

  test('can be handed back as it was recognised', () => {
    const headings = ['idkop', 'nmkop', 'Anggt', 'Modal Sendiri (Rp)'];
    const { mapping, indexOf } = recogniseColumns(headings);
    expect(recogniseColumns(headings, mapping)).toMatchObject({ mapping, indexOf, unmatched: [] });
  });
});
