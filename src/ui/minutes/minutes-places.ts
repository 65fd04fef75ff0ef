/** Where in the form a problem or a question stands, and what that place is called. */
import type { Refusal } from '../../domain/world.ts';
import { showCount } from '../kit/figures.ts';
import { ruleWords } from '../rule-words.ts';
import type { FigureField } from './figures-beside.ts';
import type { MinutesWords } from './minutes-words.ts';

export const minutesParts = ['meeting', 'agenda', 'decisions', 'figures', 'shu', 'budget', 'election', 'notes'] as const;
export type MinutesPartName = (typeof minutesParts)[number];

const partOfTop: Readonly<Record<string, MinutesPartName>> = {
  agenda: 'agenda',
  decisions: 'decisions',
  ratified: 'figures',
  shuAllocation: 'shu',
  plannedRevenue: 'budget',
  plannedExpense: 'budget',
  elected: 'election',
  discussionNotes: 'notes',
};

export const partOf = (field: string): MinutesPartName => partOfTop[field.split('.')[0] ?? ''] ?? 'meeting';

/** The element that a tap on a problem leads to. */
export const placeIdOf = (field: string): string => `isian-${field.replaceAll('.', '-')}`;

/** Scrolls to a place and puts the focus into its first input; an outer place stands in for one that is folded away. */
export function goToPlace(field: string): void {
  const steps = field.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const place = document.getElementById(placeIdOf(steps.slice(0, length).join('.')));
    if (!place) continue;
    place.scrollIntoView({ block: 'start' });
    place.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
    return;
  }
}

/** `decisions.0` → 'Keputusan 1'. */
export function labelOf(field: string, words: MinutesWords): string {
  const [top = '', place = '', figure] = field.split('.');
  const labels: Readonly<Record<string, string>> = {
    heldOn: words.heldOn,
    place: words.place,
    startedAt: words.startTime,
    endedAt: words.endTime,
    chairName: words.chairName,
    secretaryName: words.secretaryName,
    number: words.number,
    officeGuests: words.officeGuests,
    presence: words.present,
    reason: words.reason,
    plannedRevenue: words.plannedRevenue,
    plannedExpense: words.plannedExpense,
  };
  if (top === 'decisions' && place) return words.decisionNumber(showCount(Number(place) + 1));
  if (top === 'elected' && place) return words.termNumber(showCount(Number(place) + 1));
  if (top === 'ratified' && place) {
    return figure ? `${words.figureFields[figure as FigureField]} ${place}` : words.figuresOf(place);
  }
  return labels[top] ?? words.parts[partOf(field)];
}

/** What is wrong at a place, in one or two sentences that name it. */
export function problemWords(problem: Refusal, words: MinutesWords): string {
  const label = labelOf(problem.field ?? '', words);
  if (problem.rule === 'fieldRequired') return words.blank(label);
  if (problem.rule === 'unreadable') return words.unreadable(label);
  const isOneOfMany = /^(decisions|elected)\./.test(problem.field ?? '') || (problem.rule === 'I4' && problem.field !== 'presence');
  return isOneOfMany ? `${label}: ${ruleWords(problem)}` : ruleWords(problem);
}
