// pantau device: the tablets that have signed in.
import type { Command } from 'commander';
import { listDevices, readmitDevice, resetDevice, revokeDevice } from '../store/devices.ts';
import { missingFacts } from '../store/missing-facts.ts';
import { exitCodes, inOffice, refuse, say, table } from './office.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function deviceCommands(program: Command): void {
  const device = program.command('device').description('tablets');
  device
    .command('list')
    .description('every tablet, when it was last heard of and how many facts it has handed in')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) =>
      inOffice(async (db) => {
        const devices = await listDevices(db);
        if (json) say(JSON.stringify(devices, undefined, 2));
        else {
          const rows = devices.map((each) => [
            each.id,
            each.username ?? '-',
            each.name ?? '-',
            String(each.facts),
            each.lastSeenAt ?? 'never',
            each.revokedAt ? 'revoked' : '',
          ]);
          for (const line of table(['ID', 'USERNAME', 'NAME', 'FACTS', 'LAST SEEN', ''], rows)) say(line);
        }
        return exitCodes.done;
      }),
    );
  device
    .command('missing')
    .description('what tablets recorded and the office never got: gaps in the numbers of their facts')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) =>
      inOffice(async (db) => {
        const missing = await missingFacts(db);
        if (json) say(JSON.stringify(missing, undefined, 2));
        else if (missing.length === 0) say('No gap: every number that a tablet used is here.');
        else {
          const rows = missing.map(({ deviceId, username, from, to, noticedAt, quarantined }) => [
            deviceId,
            username ?? '-',
            from === to ? String(from) : `${from}-${to}`,
            noticedAt,
            quarantined > 0 ? `${quarantined} in quarantine` : '',
          ]);
          for (const line of table(['ID', 'USERNAME', 'NUMBERS', 'NOTICED', ''], rows)) say(line);
        }
        return exitCodes.done;
      }),
    );
  device
    .command('reset')
    .description('let a tablet fetch all its rows anew at its next exchange; what it has not sent stays on it')
    .argument('<id>', 'as pantau device list shows it')
    .action((id: string) =>
      inOffice(async (db) => {
        const { kind } = uuid.test(id) ? await resetDevice(db, id) : { kind: 'unknown' as const };
        if (kind === 'unknown') return refuse(`There is no tablet ${id}. pantau device list shows all.`);
        say(`${id} fetches everything anew at its next exchange.`);
        return exitCodes.done;
      }),
    );
  device
    .command('revoke')
    .description('a lost tablet: it hands in and is sent nothing from now on')
    .argument('<id>', 'as pantau device list shows it')
    .action((id: string) =>
      inOffice(async (db) => {
        const { kind } = uuid.test(id) ? await revokeDevice(db, id) : { kind: 'unknown' as const };
        if (kind === 'unknown') return refuse(`There is no tablet ${id}. pantau device list shows all.`);
        say(kind === 'revoked' ? `${id} is revoked.` : `${id} was revoked already.`);
        return exitCodes.done;
      }),
    );
  device
    .command('readmit')
    .description('a tablet that was revoked by mistake or found again: its officer signs in on it, and it hands in what it holds')
    .argument('<id>', 'as pantau device list shows it')
    .action((id: string) =>
      inOffice(async (db) => {
        const readmitted = uuid.test(id) ? await readmitDevice(db, id) : ({ kind: 'unknown' } as const);
        if (readmitted.kind === 'unknown') return refuse(`There is no tablet ${id}. pantau device list shows all.`);
        if (readmitted.kind === 'notRevoked') return refuse(`${id} is not revoked. Nothing was changed.`);
        say(`${id} is let in again: its officer signs in on it once, and what it holds is handed in.`);
        if (readmitted.held > 0) say(`In quarantine for it: ${readmitted.held}. pantau quarantine list, show, release.`);
        return exitCodes.done;
      }),
    );
}
