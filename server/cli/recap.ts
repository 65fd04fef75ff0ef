// pantau recap: how the RATs of each regency stand as of any date, with both percentages and what they are of.
import type { Command } from 'commander';
import { type Day, dayOf, formatDay } from '../../src/domain/day.ts';
import { formatBasisPoints, type Recap, type RecapCounts } from '../../src/domain/recap.ts';
import type { Database } from '../store/database.ts';
import { readRecap } from '../store/recap.ts';
import { settingsOf } from '../store/setting.ts';
import { dayGiven, type ExitCode, exitCodes, inOffice, refuse, say, table } from './office.ts';

interface Options {
  asOf: Day;
  json?: true;
}

export function recapCommand(program: Command): void {
  program
    .command('recap')
    .description('RATs per regency as of a date')
    .option('--as-of <day>', 'day asked about, such as 2015-12-31; today when not said', dayGiven, dayOf(Date.now()))
    .option('--json', 'as JSON')
    .action((options: Options) => inOffice((db) => printRecap(db, options)));
}

async function printRecap(db: Database, { asOf, json }: Options): Promise<ExitCode> {
  const { province } = await settingsOf(db);
  const reading = await readRecap(db, [province], { asOf });
  if (reading.kind === 'noPolicy') return refuse(`No policy is on record for ${formatDay(asOf, 'en')}, so nothing can be counted.`);
  if (json) say(JSON.stringify(reading.recap, undefined, 2));
  else for (const line of recapLines(reading.recap, reading.regencyNames)) say(line);
  return exitCodes.done;
}

export function recapLines(recap: Recap, regencyNames: ReadonlyMap<string, string>): string[] {
  const heading = ['', 'Cooperatives', 'Active', 'Inactive', `RAT ${recap.calendarYear}`, '% of all', '% of active'];
  const rows = recap.regencies.map(({ regencyCode, ...counts }) => [regencyNames.get(regencyCode) ?? regencyCode, ...cellsOf(counts)]);
  return [
    `RATs as of ${formatDay(recap.asOf, 'en')}`,
    ...table(heading, [...rows, ['Total', ...cellsOf(recap.total)]]),
    `RAT ${recap.calendarYear}: cooperatives that held their RAT in that year up to the day above; % of all, and of the active ones.`,
  ];
}

const cellsOf = ({ cooperatives, active, inactive, ratHeld, ratOfAll, ratOfActive }: RecapCounts): string[] => [
  ...[cooperatives, active, inactive, ratHeld].map((count) => count.toLocaleString('en-GB')),
  formatBasisPoints(ratOfAll, 'en'),
  formatBasisPoints(ratOfActive, 'en'),
];
