// pantau quarantine: what tablets sent that could not enter the log, kept as it came.
import type { Command } from 'commander';
import { readQuarantine } from '../store/quarantine.ts';
import { exitCodes, inOffice, refuse, say, table } from './office.ts';

export function quarantineCommands(program: Command): void {
  const quarantine = program.command('quarantine').description('what could not be read, kept byte for byte');
  quarantine
    .command('list')
    .description('what is held, from which tablet, and where it could not be read')
    .option('--json', 'as JSON, with what was sent')
    .action(({ json }: { json?: true }) =>
      inOffice(async (db) => {
        const held = await readQuarantine(db);
        if (json) say(JSON.stringify(held, undefined, 2));
        else {
          const rows = held.map((each) => [String(each.id), each.deviceId, each.receivedAt, `${each.raw.length}`, each.problem]);
          for (const line of table(['NUMBER', 'DEVICE', 'RECEIVED', 'LENGTH', 'PROBLEM'], rows)) say(line);
        }
        return exitCodes.done;
      }),
    );
  quarantine
    .command('show')
    .description('one of them as it was sent')
    .argument('<number>')
    .action((number: string) =>
      inOffice(async (db) => {
        const held = (await readQuarantine(db)).find(({ id }) => String(id) === number);
        if (!held) return refuse(`Nothing is held under ${number}. pantau quarantine list shows all.`);
        say(held.raw);
        return exitCodes.done;
      }),
    );
}
