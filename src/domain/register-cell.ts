// One cell of a register as an office wrote it, and the plain words, flags and activity that are read from it.

/** Text from a CSV; from a spreadsheet also a real number, which is never taken for grouped digits. */
export type RegisterCell = string | number;

export type CellReading<Value, Reason extends string = string> =
  | { kind: 'value'; value: Value }
  | { kind: 'nothing' }
  | { kind: 'unreadable'; reason: Reason };

export const nothing = { kind: 'nothing' } as const;
export const found = <Value>(value: Value) => ({ kind: 'value', value }) as const;
export const unreadable = <Reason extends string>(reason: Reason) => ({ kind: 'unreadable', reason }) as const;

/** The words of a cell without padding, line breaks, control and invisible characters. */
export function tidyText(cell: RegisterCell): string {
  return String(cell)
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const nothingWords = /^(?:[-–—_. ]*|null|nihil|n\/a|kosong|(?:tidak|tdk|belum) ada)$/i;

/** An empty cell, or one of the ways to say that there is nothing in it. */
export const saysNothing = (text: string): boolean => nothingWords.test(text);

/** Plain text of at most `most` characters. */
export function readTextCell(cell: RegisterCell, most: number): CellReading<string, 'tooLong'> {
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  return text.length > most ? unreadable('tooLong') : found(text);
}

const yes = /^(?:1|ya|y|yes|true|v|[✓✔√]|ada|aktif|(?:sudah|telah)(?: rat)?|rat)$/i;
// A bare `t` is Indonesian for no in one office's file and a database's word for yes in the next: it is left unread.
const no = /^(?:[-–—]+|0|tidak|tdk|no|n|false|belum|(?:tidak|tdk|belum) (?:ada|aktif|rat)|non[- ]?aktif)$/i;

/** `1`, `ya`, `Aktif` are yes; `-`, `0`, `tidak` are no; an empty cell says nothing. */
export function readFlagCell(cell: RegisterCell): CellReading<boolean, 'notAFlag'> {
  const text = tidyText(cell);
  if (text === '') return nothing;
  if (yes.test(text)) return found(true);
  return no.test(text) ? found(false) : unreadable('notAFlag');
}

const active = /^(?:1|ya|a|aktif|active)$/i;
const inactive = /^(?:0|tidak|tdk|ta|(?:tidak|tdk|non)[- ]?aktif|pasif|beku|inactive)$/i;

/** The one column that some offices have for activity; `pasif` and `beku` are older words for inactive. */
export function readActivityCell(cell: RegisterCell): CellReading<'active' | 'inactive', 'notAnActivity'> {
  const text = tidyText(cell);
  if (saysNothing(text)) return nothing;
  if (active.test(text)) return found('active');
  return inactive.test(text) ? found('inactive') : unreadable('notAnActivity');
}
