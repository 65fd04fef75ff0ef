// What an officer wishes next, by chance and by what the tablet shows: records of every noun, changes of them, decisions, the office's word.
import type { FieldDatabase } from '../../src/data/database.ts';
import { readTaken } from '../../src/data/files.ts';
import { newId } from '../../src/data/id.ts';
import type { Act } from '../../src/data/record.ts';
import { readAll, readRow } from '../../src/data/rows.ts';
import { dayOf } from '../../src/domain/day.ts';
import { resolutionTypes } from '../../src/domain/fact-types.ts';
import { isOffice } from '../../src/domain/officer.ts';
import type { Row } from '../../src/domain/world.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { photoOf } from '../support/photo.ts';
import type { Random } from '../support/random.ts';
import { cooperativeBody, cooperativeId } from '../support/world.ts';
import { meetingWishes } from './meeting-wishes.ts';
import { type Asked, alone, type Place, type Weighted, type Wish, type Wishing } from './wish.ts';

export async function wishOf(db: FieldDatabase, asked: Asked): Promise<Wish | undefined> {
  const area = (await readRow(db, 'cooperative', cooperativeId))?.area;
  if (area === undefined) return undefined;
  const place = { ...asked, db, area };
  if (asked.photos && asked.random.chance(0.3)) return visit(place);
  const kinds = [...ownWishes, ...meetingWishes].filter(([, , by]) => by === undefined || isOffice(asked.officer.role));
  let left = asked.random.next() * kinds.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, wishing] of kinds) {
    left -= weight;
    if (left < 0) return wishing(place);
  }
  return undefined;
}

const visit: Wishing = async ({ random, now, today, area, photos }) => {
  const id = newId(now);
  const body = { cooperativeId, purpose: 'monitoring' as const, visitedOn: dayOf(today), findings: `Temuan ${random.whole(1000)}` };
  if (!photos || random.chance(0.3)) return alone({ type: 'visitRecorded', id, area, body });
  const taken = { bytes: photoOf(200 + random.whole(400), random.whole(1e6)).buffer, takenAt: now };
  const read = readTaken(taken);
  if (read.kind === 'refused') return undefined;
  const act: Act = { type: 'visitRecorded', id, area, body: { ...body, photos: [read.reference] } };
  if (random.chance(0.5)) return { acts: [act], files: [{ ...taken, reference: read.reference }] };
  return { acts: [act], photo: { draft: { key: `visit:${id}`, kind: 'visit', cooperativeId, content: body }, taken } };
};

const followUp: Wishing = async (place) => {
  const row = await pickRow(place, 'visit', () => true);
  if (!row) return undefined;
  const { random, today } = place;
  const body = { action: `Tindakan ${random.whole(3)}`, doneOn: dayOf(today), result: `Hasil ${random.whole(1000)}` };
  return alone({ type: 'agreedActionDone', id: row.id, area: row.area, body });
};

const cooperative: Wishing = async ({ random, now, area }) => {
  const body = { ...cooperativeBody, regencyCode: area, name: `Koperasi ${random.whole(100)}` };
  return alone({ type: 'cooperativeRecorded', id: newId(now), area, body });
};

const figures: Wishing = async ({ random, area }) => {
  const [bookYear, source] = [random.pick([2023, 2025]), random.pick(['visit', 'oral'] as const)];
  const id = figuresIdOf(cooperativeId, bookYear, source);
  return alone({ type: 'figuresRecorded', id, area, body: { cooperativeId, bookYear, source, assets: 1000 * (1 + random.whole(3)) } });
};

/** What is edited of each noun, and with which fact. */
const editable = {
  cooperative: { type: 'cooperativeChanged', fields: ['address', 'sector'], extra: {} },
  visit: { type: 'visitAmended', fields: ['findings', 'advice'], extra: { reason: 'Salah tulis' } },
  yearlyFigures: { type: 'figuresChanged', fields: ['assets', 'shu'], extra: {} },
  ratMeeting: { type: 'ratMeetingChanged', fields: ['place', 'plannedTime'], extra: {} },
  minutes: { type: 'minutesAmended', fields: ['chairName', 'discussionNotes'], extra: { reason: 'Salah tulis' } },
} as const;
export type EditedNoun = keyof typeof editable;
export const editedNouns = Object.keys(editable) as EditedNoun[];

async function pickRow<N extends EditedNoun>({ db, random }: Place, noun: N, fits: (row: Row<N>) => boolean): Promise<Row<N> | undefined> {
  const rows = (await readAll(db, noun)).filter(fits).sort((a, b) => (a.id < b.id ? -1 : 1));
  return rows.length > 0 ? random.pick(rows) : undefined;
}

const valueFor = (noun: EditedNoun, field: string, random: Random): string | number | null => {
  if (random.chance(0.1) && field !== 'chairName') return null;
  const number = 1 + random.whole(4);
  return noun === 'yearlyFigures' ? 1000 * number : field === 'plannedTime' ? `0${number}:00` : `Isi ${number}`;
};

const edit =
  (noun: EditedNoun): Wishing =>
  async (place) => {
    const row = await pickRow(place, noun, () => true);
    if (!row) return undefined;
    const { type, fields, extra } = editable[noun];
    const { random } = place;
    const field = random.pick(fields);
    const from = (row.data as unknown as Record<string, unknown>)[field] ?? null;
    const to = valueFor(noun, field, random);
    if (from === to) return undefined;
    const act = (changed: object) =>
      ({ type, id: row.id, area: row.area, body: { changes: { [field]: changed }, ...extra } }) as unknown as Act;
    // Some change their mind at once.
    const then = random.chance(0.4) ? valueFor(noun, field, random) : to;
    return { acts: then === to ? [act({ from, to })] : [act({ from, to }), act({ from: to, to: then })] };
  };

/** The shown value, one of the others, or a third one; officers who may not are refused on their own tablet. */
const decide =
  (noun: EditedNoun): Wishing =>
  async (place) => {
    const { random } = place;
    const row = await pickRow(place, noun, ({ data }) => (data.conflicts?.length ?? 0) > 0);
    const open = row?.data.conflicts ?? [];
    const first = open.length > 0 ? random.pick(open) : undefined;
    if (!row || !first) return undefined;
    const { field } = first;
    const mine = open.filter((conflict) => conflict.field === field);
    const path = field.split('.');
    const from = path.reduce((held: unknown, name) => Object(held)[name], row.data) ?? null;
    const third = field.startsWith('opening.') ? 7 : valueFor(noun, field, random);
    const to = random.pick([from, from, ...mine.map(({ other }) => other), third]);
    const body = { decisions: { [field]: { others: mine.map(({ otherFactId }) => otherFactId), from, to } }, note: 'Sudah ditanya' };
    return alone({ type: resolutionTypes[noun], id: row.id, area: row.area, body } as unknown as Act);
  };

const ownWishes: Weighted[] = [
  [7, visit],
  [4, followUp],
  [2, cooperative],
  [5, figures],
  [10, edit('cooperative')],
  [5, edit('visit')],
  [5, edit('yearlyFigures')],
  [4, edit('ratMeeting')],
  [3, edit('minutes')],
  [9, decide('cooperative')],
  [3, decide('visit')],
  [3, decide('yearlyFigures')],
  [3, decide('ratMeeting')],
  [2, decide('minutes')],
];
