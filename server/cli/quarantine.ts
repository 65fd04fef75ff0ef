// pantau quarantine: what tablets sent that could not enter the log, kept as it came, and judging it after all.
import type { Command } from 'commander';
import type { Database } from '../store/database.ts';
import { type Quarantined, type Release, readQuarantine, releaseHeld } from '../store/release.ts';
import { complain, type ExitCode, exitCodes, inOffice, refuse, say, shownPlainly, table } from './office.ts';

const refusals: Record<Extract<Release, { kind: 'refused' }>['reason'], string> = {
  author: 'It was made by another officer or tablet than the one that sent it, so nobody can be made its author.',
  placeTaken: 'Another fact stands in the log under its id or its number. Compare the two by hand.',
};

export function quarantineCommands(program: Command): void {
  const quarantine = program.command('quarantine').description('what could not be read, kept byte for byte');
  quarantine
    .command('list')
    .description('what is held, from which tablet, and where it could not be read')
    .option('--json', 'as JSON, with what was sent in base64')
    .action(({ json }: { json?: true }) =>
      inOffice(async (db) => {
        const held = await readQuarantine(db);
        if (json)
          say(
            JSON.stringify(
              held.map((each) => ({ ...each, raw: each.raw.toString('base64') })),
              undefined,
              2,
            ),
          );
        else
          for (const line of table(['NUMBER', 'DEVICE', 'RECEIVED', 'BYTES', 'RELEASED', 'PROBLEM', 'BROUGHT BY'], held.map(lineOf)))
            say(line);
        return exitCodes.done;
      }),
    );
  quarantine
    .command('show')
    .description('one of them as it was sent, byte for byte')
    .argument('<number>')
    .action((number: string) =>
      inOffice(async (db) => {
        const held = (await readQuarantine(db)).find(({ id }) => String(id) === number);
        if (!held) return refuse(unknown(number));
        // Byte for byte for a file or another program; a terminal would obey some of the bytes.
        process.stdout.write(process.stdout.isTTY ? `${shownPlainly(held.raw.toString('utf8'))}\n` : held.raw);
        return exitCodes.done;
      }),
    );
  quarantine
    .command('release')
    .description('judge it again as of now, several in the order given; its tablet is told at its next exchange')
    .argument('<numbers...>')
    .action((numbers: string[]) =>
      inOffice(async (db) => {
        let code: ExitCode = exitCodes.done;
        for (const number of numbers) if ((await releaseOne(db, number)) !== exitCodes.done) code = exitCodes.refused;
        return code;
      }),
    );
}

async function releaseOne(db: Database, number: string): Promise<ExitCode> {
  if (!/^[1-9]\d{0,14}$/.test(number)) return refuse(unknown(number));
  const release = await releaseHeld(db, Number(number), Date.now());
  if (release.kind === 'unknown') return refuse(unknown(number));
  if (release.kind === 'unreadable') return refuse(`${number} still cannot be read at ${release.problem}. It stays held, as it came.`);
  if (release.kind === 'refused') return refuse(`${number}: ${refusals[release.reason]} It stays held, as it came.`);
  const { kind, rule } = release.verdict;
  say(`${number} is in the log: ${kind}${rule ? ` (${rule})` : ''}. Its tablet hears of it at its next exchange.`);
  if (kind === 'refused') complain('Refused by a rule: nothing of it counts, and it is kept whole.');
  return exitCodes.done;
}

const unknown = (number: string) => `Nothing is held under ${number}. pantau quarantine list shows all.`;

const lineOf = ({ id, deviceId, receivedAt, raw, releasedAt, problem, handedBy }: Quarantined): string[] => [
  String(id),
  deviceId,
  receivedAt,
  String(raw.length),
  releasedAt ?? '',
  problem,
  handedBy ?? '',
];
