// pantau letterhead: what stands above the office's papers.
import type { Command } from 'commander';
import { type Day, dayOf, formatDay } from '../../src/domain/day.ts';
import { mostLetterheadLines, policySchema } from '../../src/domain/policy.ts';
import { letterheadAt, setLetterhead } from '../store/letterhead.ts';
import { dayGiven, exitCodes, inOffice, refuse, say } from './office.ts';

export function letterheadCommands(program: Command): void {
  const letterhead = program.command('letterhead').description("the lines above the office's papers");
  letterhead
    .command('show')
    .option('--as-of <day>', 'on this day; today when not said', dayGiven, dayOf(Date.now()))
    .action(({ asOf }: { asOf: Day }) =>
      inOffice(async (db) => {
        const lines = await letterheadAt(db, asOf);
        if (lines.length === 0) say('None has been set: papers bear the name of their cooperative only.');
        for (const line of lines) say(line);
        return exitCodes.done;
      }),
    );
  letterhead
    .command('set')
    .argument('[lines...]', `up to ${mostLetterheadLines}, from the top: the government, the office, its address last; none takes it away`)
    .option('--from <day>', 'papers of meetings from this day on bear it; today when not said', dayGiven, dayOf(Date.now()))
    .action((given: string[], { from }: { from: Day }) =>
      inOffice(async (db) => {
        const lines = given.map((line) => line.trim()).filter(Boolean);
        if (!policySchema.shape.letterhead.safeParse(lines).success) {
          return refuse(`Give at most ${mostLetterheadLines} lines of at most 120 characters. Nothing was changed.`);
        }
        const change = await setLetterhead(db, lines, from);
        if (change.kind === 'noPolicy') return refuse(`No policy is on record for ${formatDay(from, 'en')}. Nothing was changed.`);
        if (change.kind === 'same') say('It is so already.');
        else say(`Papers from ${formatDay(from, 'en')} on bear it, on each tablet after its next exchange.`);
        return exitCodes.done;
      }),
    );
}
