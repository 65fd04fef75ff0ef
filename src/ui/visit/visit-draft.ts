/** A visit as it is being typed: everything may be missing, and rows of lists have keys of their own. */
import { startOf } from '../../domain/day.ts';
import { type Visit, type VisitBody, visitFields } from '../../domain/visit.ts';

export type VisitFields = Omit<VisitBody, 'cooperativeId'>;
type Item<Field extends keyof VisitFields> = NonNullable<VisitFields[Field]> extends (infer One)[] ? One : never;
export type Keyed<Row> = { [Field in keyof Row]?: Row[Field] | undefined } & { key: string };

export type PersonTyped = Keyed<Item<'personsMet'>>;
export type ActionTyped = Keyed<Item<'actions'>>;
export type LetterTyped = Keyed<Item<'lettersHandedOver'>>;

type Lists = 'personsMet' | 'actions' | 'lettersHandedOver';
type Groups = 'existence' | 'institution' | 'business' | 'finance';

export interface VisitDraft extends Partial<Omit<VisitFields, Lists | Groups | 'startedAt' | 'endedAt'>> {
  /** 'HH:MM' in WITA. */
  startTime?: string | undefined;
  endTime?: string | undefined;
  personsMet: PersonTyped[];
  existence: NonNullable<VisitFields['existence']>;
  institution: NonNullable<VisitFields['institution']>;
  business: NonNullable<VisitFields['business']>;
  finance: NonNullable<VisitFields['finance']>;
  actions: ActionTyped[];
  lettersHandedOver: LetterTyped[];
  /** A finished visit that is being amended: what it said when the officer began, and why it is changed. */
  amendment?: { of: VisitFields; reason: string } | undefined;
}

export const emptyDraft = (): VisitDraft => ({
  personsMet: [],
  existence: {},
  institution: {},
  business: {},
  finance: {},
  actions: [],
  lettersHandedOver: [],
});

/** A draft as it was read from the tablet, perhaps written by an earlier version of the app. */
export function keptDraft(content: unknown): VisitDraft {
  return typeof content === 'object' && content !== null ? { ...emptyDraft(), ...content } : emptyDraft();
}

/** The visit without what the database keeps beside it. */
export function fieldsOfVisit(visit: Visit): VisitFields {
  const kept = Object.keys(visitFields).map((field) => [field, visit[field as keyof VisitFields]] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined)) as VisitFields;
}

/** The finished visit in the form again, to be amended. */
export function draftOf(visit: VisitFields): VisitDraft {
  const { startedAt, endedAt, personsMet = [], actions = [], lettersHandedOver = [], existence, institution, business, finance } = visit;
  const keyed = <Row extends object>(rows: Row[]) => rows.map((row, place) => ({ ...row, key: `kept-${place}` }));
  const draft: VisitDraft = {
    ...emptyDraft(),
    ...visit,
    startTime: clockOf(startedAt),
    endTime: clockOf(endedAt),
    personsMet: keyed(personsMet),
    actions: keyed(actions),
    lettersHandedOver: keyed(lettersHandedOver),
    existence: { ...existence },
    institution: { ...institution },
    business: { ...business },
    finance: { ...finance },
  };
  return draft;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The time of day in WITA, 'HH:MM'. */
export function clockOf(at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  const minutes = Math.floor((((at - startOf('1970-01-01')) % dayMs) + dayMs) / minuteMs) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The moment at which it is that time in WITA on that day. */
export function momentOf(day: string | undefined, clock: string | undefined): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock ?? '') ?? [];
  if (day === undefined || hours === undefined || minutes === undefined) return undefined;
  return startOf(day) + (Number(hours) * 60 + Number(minutes)) * minuteMs;
}
