import { describe, expect, test } from 'vitest';
import { recapLines } from '../../server/cli/recap.ts';
import { foundOffice } from '../../server/store/bootstrap.ts';
import { readRecap } from '../../server/store/recap.ts';
import { recordSurely, systemAuthor } from '../../server/store/server-device.ts';
import type { CooperativeBody } from '../../src/domain/cooperative.ts';
import type { MeetingBody } from '../../src/domain/rat-meeting.ts';
import type { VisitBody } from '../../src/domain/visit.ts';
import { databaseForTest } from '../support/database.ts';
import { cooperativeBody, idOf, kukar, mahulu } from '../support/world.ts';

const held: MeetingBody = {
  cooperativeId: idOf(1),
  source: 'register',
  heldOn: '2015-03-01',
  kind: 'rat',
  bookYears: [2014],
  callNumber: 1,
  mode: 'inPerson',
  system: 'direct',
};

/** Two cooperatives in Kukar, one of which held a RAT in 2015; one in Mahulu, seen at work in June 2015 and founded that year. */
async function officeWithThree() {
  const { db } = await databaseForTest();
  await foundOffice(db, '64');
  const cooperative = (number: number, area: string, more: Partial<CooperativeBody> = {}) => ({
    type: 'cooperativeRecorded' as const,
    id: idOf(number),
    area,
    body: { ...cooperativeBody, regencyCode: area, name: `Tirta ${number}`, ...more },
  });
  const seen: VisitBody = { cooperativeId: idOf(3), purpose: 'monitoring', visitedOn: '2015-06-01', business: { running: true } };
  await db
    .transaction()
    .execute(async (trx) =>
      recordSurely(
        trx,
        [
          cooperative(1, kukar),
          cooperative(2, kukar),
          cooperative(3, mahulu, { legalEntityOn: '2015-02-02' }),
          { type: 'ratMeetingRecorded', id: idOf(4), area: kukar, body: held },
          { type: 'visitRecorded', id: idOf(5), area: mahulu, body: seen },
        ],
        await systemAuthor(trx),
      ),
    );
  return db;
}

describe('the recap from the database', () => {
  test('counts what had happened by the date, and nothing after it', async () => {
    const db = await officeWithThree();
    const at = async (asOf: string, areas = ['64']) => {
      const reading = await readRecap(db, areas, { asOf });
      return reading.kind === 'recap' ? reading.recap.total : reading.kind;
    };
    expect(await at('2014-12-31')).toMatchObject({ cooperatives: 2, active: 0, ratHeld: 0 });
    expect(await at('2015-12-31')).toMatchObject({ cooperatives: 3, active: 2, ratHeld: 1, ratOfAll: 3333, ratOfActive: 5000 });
    expect(await at('2015-12-31', [mahulu])).toMatchObject({ cooperatives: 1, active: 1, ratHeld: 0 });
    expect(await at('1999-12-31')).toBe('noPolicy');
  });

  test('is printed with the names of the regencies and both percentages', async () => {
    const reading = await readRecap(await officeWithThree(), ['64'], { asOf: '2015-12-31' });
    if (reading.kind !== 'recap') throw new Error(reading.kind);
    const lines = recapLines(reading.recap, reading.regencyNames).map((line) => line.replace(/ {2,}/g, ' | '));
    expect(lines.slice(0, 5)).toEqual([
      'RATs as of 31 December 2015',
      ' | Cooperatives | Active | Inactive | RAT 2015 | % of all | % of active',
      'Kabupaten Kutai Kartanegara | 2 | 1 | 1 | 1 | 50.00% | 100.00%',
      'Kabupaten Mahakam Ulu | 1 | 1 | 0 | 0 | 0.00% | 0.00%',
      'Total | 3 | 2 | 1 | 1 | 33.33% | 50.00%',
    ]);
  });
});
