/** Any field of any record in words: its name, and what stands in it as people write it. */
import { formatDay, monthNameOf } from '../domain/day.ts';
import { moneyFields } from '../domain/yearly-figures.ts';
import { showCount, showMoment, showRupiah } from './kit/figures.ts';
import { showClock } from './show-clock.ts';
import { fieldValues as valuesEn } from './words/en/field-values.ts';
import { fields as fieldsEn } from './words/en/fields.ts';
import { fieldValues as valuesId } from './words/id/field-values.ts';
import { fields as fieldsId } from './words/id/fields.ts';
import { language } from './words/language.ts';
import { dictionary } from './words/words.ts';

const fieldWords = dictionary(fieldsId, fieldsEn);
const valueWords = dictionary(valuesId, valuesEn);
const words = () => fieldWords[language.value];

/** Nothing that a person could make sense of: ids, hashes, codes. */
export const technicalFields: ReadonlySet<string> = new Set(
  'id cooperativeId meetingId memberKey markIds against knownVoids contentHash minutesHash sha256 policyId previousCallId regencyCode villageCode districtCode isDemo num den strict'.split(
    ' ',
  ),
);
const moneyNames: ReadonlySet<string> = new Set([
  ...Object.keys(moneyFields),
  'amount',
  'plannedRevenue',
  'plannedExpense',
  'thirdPartyDebtAmount',
]);
const yearNames: ReadonlySet<string> = new Set(['bookYear', 'bookYears', 'lastRatBookYear']);
const drawings: ReadonlySet<string> = new Set(['signature', 'strokes', 'counterpartSignature', 'officerSignature']);
/** Fields whose values bear the names of another one. */
const valuesOf: Record<string, string> = { agendaKey: 'agenda', key: 'agenda', code: 'problems', status: 'activity' };

/** Some conflicts stand inside a part of the record: `opening.registeredVoters`. */
export const lastPart = (path: string): string => path.split('.').at(-1) ?? path;

export const fieldName = (field: string): string => (words().names as Record<string, string>)[field] ?? field;

const namedValue = (field: string, value: string): string | undefined =>
  (valueWords[language.value] as Record<string, Record<string, string>>)[valuesOf[field] ?? field]?.[value];

/** In one piece, for lists of changes and conflicts; a blank is said to be one. */
export function fieldValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return words().blank;
  if (drawings.has(field)) return words().drawn;
  if (typeof value === 'boolean') return value ? words().yes : words().no;
  if (typeof value === 'number') return numberValue(field, value);
  if (typeof value === 'string') return textValue(field, value);
  if (Array.isArray(value)) return arrayValue(field, value);
  return objectValue(field, value as Record<string, unknown>);
}

function numberValue(field: string, value: number): string {
  if (moneyNames.has(field)) return showRupiah(value);
  if (yearNames.has(field)) return String(value);
  if (field === 'bookYearEndMonth') return monthNameOf(value, language.value);
  if (field.endsWith('At')) return showMoment(value);
  return namedValue(field, String(value)) ?? (Number.isInteger(value) ? showCount(value) : String(value).replace('.', ','));
}

function textValue(field: string, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language.value);
  if (field === 'plannedTime') return showClock(value);
  return namedValue(field, value) ?? value;
}

const shownAtMost = 12;

function arrayValue(field: string, values: readonly unknown[]): string {
  if (values.length === 0) return words().blank;
  const parting = typeof values[0] === 'object' ? '; ' : ', ';
  const shown = values.slice(0, shownAtMost).map((value) => fieldValue(field, value));
  const rest = values.length - shown.length;
  return [...shown, ...(rest > 0 ? [words().andMore(showCount(rest))] : [])].join(parting);
}

/** Two things that stand in any record by themselves: a share, and what a book or person is called. */
function objectValue(field: string, value: Record<string, unknown>): string {
  if (typeof value.num === 'number' && typeof value.den === 'number') return `${value.strict ? '>' : '≥'} ${value.num}/${value.den}`;
  const parts = Object.entries(value).flatMap(([name, part]) => {
    if (technicalFields.has(name) || part === undefined || part === null || part === '') return [];
    if (field === 'books' || field === 'unread') return [`${namedValue(field, name) ?? fieldName(name)}: ${fieldValue(name, part)}`];
    const isSelfEvident = ['name', 'personName', 'text', 'role', 'key', 'agendaKey', 'code', 'subject', 'words'].includes(name);
    return [isSelfEvident ? fieldValue(name, part) : `${fieldName(name)} ${fieldValue(name, part)}`];
  });
  return parts.join(', ') || words().blank;
}

export type FieldLine = readonly [name: string, value: string];

/** A record as lines of name and value: groups are opened, what is blank or technical is left out. */
export function fieldLines(record: Record<string, unknown>): FieldLine[] {
  return Object.entries(record).flatMap(([field, value]): FieldLine[] => {
    if (technicalFields.has(field) || value === undefined || value === null || value === '') return [];
    if (isGroup(field, value)) return fieldLines(value);
    return [[fieldName(field), fieldValue(field, value)]];
  });
}

const groups: ReadonlySet<string> = new Set([
  'existence',
  'institution',
  'business',
  'finance',
  'presence',
  'content',
  'identity',
  'figures',
]);
const isGroup = (field: string, value: unknown): value is Record<string, unknown> =>
  groups.has(field) && typeof value === 'object' && value !== null && !Array.isArray(value);
