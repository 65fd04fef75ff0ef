/** What the parts of the form share: the draft, how to type into it, and what is wrong where. */
import type { VisitDraft } from './visit-draft.ts';
import type { VisitOpening } from './visit-opening.ts';

export type Change<Value> = Value | ((now: Value) => Value);

export interface VisitFormState {
  draft: VisitDraft;
  /** Sets one field of the draft. */
  set: <Field extends keyof VisitDraft>(field: Field, change: Change<VisitDraft[Field]>) => void;
  /** What is wrong with a field, in words, once it is time to say so. */
  errorOf: (field: string) => string | undefined;
  opening: VisitOpening;
  /** The latest ended book year. */
  ended: number;
  officerName: string;
}

export interface PartProps {
  form: VisitFormState;
}

type Group = 'existence' | 'institution' | 'business' | 'finance';

/** Sets one answer inside a group of the draft. */
export const setIn =
  <G extends Group>(form: VisitFormState, group: G) =>
  <Field extends keyof VisitDraft[G]>(field: Field) =>
  (value: VisitDraft[G][Field]) =>
    form.set(group, (now: VisitDraft[G]) => ({ ...now, [field]: value }));
