// pantau move: a cooperative that belongs to another regency from now on.
import type { Command } from 'commander';
import { moveCooperative } from '../store/cooperative-move.ts';
import { exitCodes, inOffice, refuse, say } from './office.ts';

export function moveCommand(program: Command): void {
  program
    .command('move')
    .description('take a cooperative with everything under it to another regency')
    .argument('<cooperative>', 'its id')
    .requiredOption('--to <code>', 'the regency, such as 64.03')
    .requiredOption('--reason <text>', 'why, as it will stand in the log')
    .action((id: string, { to, reason }: { to: string; reason: string }) =>
      inOffice(async (db) => {
        const move = await moveCooperative(db, id, to, reason);
        if (move.kind === 'unknown') return refuse(`There is no cooperative ${id}. Nothing was changed.`);
        if (move.kind === 'noRegency') return refuse(`There is no regency ${to}. Nothing was changed.`);
        if (move.verdict.kind === 'refused') return refuse(`It is in ${to} already. Nothing was changed.`);
        say(`It went from ${move.from} to ${to}. Tablets of both see it at their next exchange.`);
        return exitCodes.done;
      }),
    );
}
