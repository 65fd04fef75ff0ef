// pantau verify: proves that nobody has altered the log behind the office's back.
import type { Command } from 'commander';
import { type ChainProblem, verifyLog } from '../store/verify.ts';
import { complain, exitCodes, inOffice, refuse, say } from './office.ts';

const words: Record<ChainProblem['kind'], string> = {
  factAltered: 'is not what was handed in',
  areaChainBroken: 'does not follow what stood before it in its area',
  areaChainEnd: 'ends at another fact than the last one here',
  deviceChainEnd: 'ends at another fact than the last one here',
};
const shown = 20;
const betweenLinesMs = 2_000;

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('hash every fact again and walk every chain from its start')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) =>
      inOffice(async (db) => {
        let saidAt = Date.now();
        const found = await verifyLog(db, (done) => {
          if (Date.now() - saidAt < betweenLinesMs) return;
          saidAt = Date.now();
          complain(`${done} facts …`);
        });
        if (json) say(JSON.stringify(found, undefined, 2));
        else {
          for (const { kind, at } of found.problems.slice(0, shown)) complain(`${at} ${words[kind]}.`);
          say(`${found.facts} facts of ${found.devices} devices in ${found.areas} areas; ${found.unlinked} came without the one before.`);
        }
        if (found.problems.length > 0) return refuse(`The log has been altered in ${found.problems.length} places.`);
        if (!json) say('The log is as it was taken in.');
        return exitCodes.done;
      }),
    );
}
