// The fixed vocabularies of a register: type (jenis) and form (bentuk) of a cooperative.
import type { cooperativeForms, cooperativeTypes, membershipScopes } from './cooperative.ts';
import { type CellReading, found, nothing, type RegisterCell, saysNothing, tidyText, unreadable } from './register-cell.ts';

type CooperativeType = (typeof cooperativeTypes)[number];
type CooperativeForm = (typeof cooperativeForms)[number];
type MembershipScope = (typeof membershipScopes)[number];

const types: readonly (readonly [RegExp, CooperativeType])[] = [
  [/^(?:ksp|kspps|.*simpan pinjam.*)$/i, 'savingsLoan'],
  [/^konsum(?:en|si)$/i, 'consumer'],
  [/^produ(?:sen|ksi)$/i, 'producer'],
  [/^pemasaran$/i, 'marketing'],
  [/^jasa$/i, 'service'],
];

/** `Koperasi Konsumen`, `Simpan Pinjam`. */
export function readTypeCell(cell: RegisterCell): CellReading<CooperativeType, 'unknownType'> {
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  const bare = text.replace(/^kop(?:erasi|\.)? ?/i, '');
  const type = types.find(([pattern]) => pattern.test(bare))?.[1];
  return type ? found(type) : unreadable('unknownType');
}

const scopes: readonly (readonly [RegExp, MembershipScope])[] = [
  [/nasional/i, 'national'],
  [/prov/i, 'province'],
  [/kab|kota/i, 'regency'],
];

/** `Primer Kabupaten/Kota`, `Sekunder Provinsi`; the scope is not always written. */
export function readFormCell(
  cell: RegisterCell,
): CellReading<{ form: CooperativeForm; membershipScope: MembershipScope | undefined }, 'unknownForm'> {
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  const form = /^(?:koperasi )?primer\b/i.test(text) ? 'primary' : /^(?:koperasi )?sekunder\b/i.test(text) ? 'secondary' : undefined;
  if (!form) return unreadable('unknownForm');
  return found({ form, membershipScope: scopes.find(([pattern]) => pattern.test(text))?.[1] });
}
