/** When items of the agenda begin. */
import { type AgendaKey, agendaKeys } from '../../domain/minutes.ts';
import type { AgendaTyped } from './minutes-draft.ts';

/** The chair opens an item, and with it closes the one that was begun last: nobody ticks boxes while people speak. */
export function begunAt(agenda: AgendaTyped, key: AgendaKey, time: string): AgendaTyped {
  const running = agendaKeys
    .filter((other) => other !== key && agenda[other].startTime !== undefined && !agenda[other].done)
    .map((other) => [other, { ...agenda[other], done: true }] as const);
  return { ...agenda, ...Object.fromEntries(running), [key]: { ...agenda[key], startTime: time } };
}
