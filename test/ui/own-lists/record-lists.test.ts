import { expect, test } from 'vitest';
import type { RatMeeting } from '../../../src/domain/rat-meeting.ts';
import type { Visit } from '../../../src/domain/visit.ts';
import type { Row } from '../../../src/domain/world.ts';
import { meetingsShown, visitsShown } from '../../../src/ui/own-lists/record-lists.ts';
import { cooperativeId, idOf, kukar, meetingBody, openingOf } from '../../support/world.ts';

let made = 0;
const row = <N extends 'visit' | 'ratMeeting'>(noun: N, data: Row<N>['data']): Row<N> => {
  made += 1;
  return { noun, id: idOf(made), root: cooperativeId, area: kukar, version: 1, data };
};
const visit = (visitedOn: string, recordedBy: string): Row<'visit'> =>
  row('visit', { cooperativeId, purpose: 'monitoring', visitedOn, recordedBy, recordedAt: 0 } satisfies Visit);
const meeting = (more: Partial<RatMeeting>): Row<'ratMeeting'> =>
  row('ratMeeting', { ...meetingBody, recordedBy: 'one', recordedAt: 0, ...more });

test('visits stand latest first, mine or everybody’s', () => {
  const visits = [visit('2026-01-05', 'one'), visit('2026-03-01', 'two'), visit('2026-02-01', 'one')];
  expect(visitsShown(visits, undefined).map(({ data }) => data.visitedOn)).toEqual(['2026-03-01', '2026-02-01', '2026-01-05']);
  expect(visitsShown(visits, 'one').map(({ data }) => data.visitedOn)).toEqual(['2026-02-01', '2026-01-05']);
});

test('a meeting is mine when I planned it, opened it or held it', () => {
  const opened = meeting({ opening: { ...openingOf(10), officerId: 'two' } });
  const meetings = [meeting({ plannedOn: '2026-05-01' }), opened, meeting({ recordedBy: 'three' })];
  expect(meetingsShown(meetings, { officerId: 'two' })).toEqual([opened]);
  expect(meetingsShown(meetings, { officerId: 'one' })).toHaveLength(2);
  expect(meetingsShown(meetings, { state: 'open' })).toEqual([opened]);
});

test('what a register told is not among the meetings of the field, and a plan without a day stands first', () => {
  const undated = meeting({ plannedOn: undefined });
  const dated = meeting({ plannedOn: '2026-05-01' });
  expect(meetingsShown([dated, undated, meeting({ source: 'register', heldOn: '2026-06-01' })], {})).toEqual([undated, dated]);
});
