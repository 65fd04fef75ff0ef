import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { factTypes } from '../../src/domain/fact-types.ts';
import { fieldLines, fieldName, fieldValue, technicalFields } from '../../src/ui/field-words.ts';
import { chooseLanguage } from '../../src/ui/words/language.ts';

interface Def {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  entries?: Record<string, string>;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  keyType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
}

/** Types that are recorded at the office's own desk never stand in a tablet's outbox. */
const ofTheOffice = ['areaRecorded', 'officerRecorded', 'officerChanged', 'policyRecorded'];
const fields = new Set<string>();
const values = new Set<string>();

function walk(schema: z.ZodMiniType, field: string): void {
  const def = schema._zod.def as unknown as Def;
  for (const [name, inner] of Object.entries(def.shape ?? {})) {
    const isRecord = name === 'changes' || name === 'decisions';
    if (!isRecord) fields.add(name);
    if (!isRecord) walk(inner, name);
  }
  for (const value of Object.values(def.entries ?? {})) values.add(`${field} ${value}`);
  for (const inner of [def.innerType, def.element, def.keyType, def.valueType, ...(def.options ?? [])]) if (inner) walk(inner, field);
}
for (const [type, { body }] of Object.entries(factTypes)) if (!ofTheOffice.includes(type)) walk(body, '');

test.each([...fields].filter((field) => !technicalFields.has(field)))('the field %s has a name in both languages', (field) => {
  for (const tongue of ['id', 'en'] as const) {
    chooseLanguage(tongue);
    expect(fieldName(field)).not.toBe(field);
  }
  chooseLanguage('id');
});

test.each([...values])('what may stand in a field is said in words: %s', (pair) => {
  const [field = '', value = ''] = pair.split(' ');
  chooseLanguage('en');
  const english = fieldValue(field, value);
  chooseLanguage('id');
  expect([english, fieldValue(field, value)]).not.toEqual([value, value]);
});

test('values are written as people write them', () => {
  expect(fieldValue('assets', 1_234_567)).toBe('Rp\u00a01.234.567');
  expect(fieldValue('membersTotal', 1200)).toBe('1.200');
  expect(fieldValue('bookYears', [2024, 2025])).toBe('2024, 2025');
  expect(fieldValue('visitedOn', '2026-06-30')).toBe('30 Juni 2026');
  expect(fieldValue('bookYearEndMonth', 12)).toBe('Desember');
  expect(fieldValue('quorumRule', { num: 1, den: 2, strict: true })).toBe('> 1/2');
  expect(fieldValue('officeFound', false)).toBe('tidak');
  expect(fieldValue('address', null)).toBe('kosong');
  expect(fieldValue('counterpartSignature', [[1, 2, 3, 4]])).toBe('sudah dibubuhkan');
  expect(fieldValue('board', [{ personName: 'Ketua Satu', role: 'chair', toOn: '2027-01-01' }])).toBe(
    'Ketua Satu, Ketua, Sampai 1 Januari 2027',
  );
});

test('zero is a figure and a blank is none', () => {
  expect(fieldLines({ assets: 0, shu: undefined, ownCapital: null })).toEqual([['Aset', 'Rp\u00a00']]);
});

test('groups of a form are opened, ids are left out', () => {
  const lines = fieldLines({ cooperativeId: 'x', purpose: 'monitoring', business: { running: true, units: ['shop', 'farming'] } });
  expect(lines).toEqual([
    ['Tujuan', 'Monitoring dan evaluasi'],
    ['Usaha berjalan', 'ya'],
    ['Unit usaha', 'Toko, Pertanian'],
  ]);
});
