// pantau verify: proves that nobody has altered the log behind the office's back, and that the rows are what the log says.
import type { Command } from 'commander';
import type { Database } from '../store/database.ts';
import { type RowProblem, rebuildRows } from '../store/rebuild.ts';
import { type ChainProblem, verifyLog } from '../store/verify.ts';
import { complain, type ExitCode, exitCodes, inOffice, refuse, say } from './office.ts';

const words: Record<ChainProblem['kind'], string> = {
  factAltered: 'is not what was handed in',
  areaChainBroken: 'does not follow what stood before it in its area',
  areaChainEnd: 'ends at another fact than the last one here',
  deviceChainEnd: 'ends at another fact than the last one here',
};
const rowWords: Record<RowProblem['kind'], (problem: RowProblem) => string> = {
  missing: ({ rebuilt }) => `is not there; the log has it at version ${rebuilt}`,
  surplus: ({ version }) => `stands at version ${version}, and no fact of the log made it`,
  version: ({ version, rebuilt }) => `stands at version ${version}; the log has it at version ${rebuilt}`,
  content: ({ version }) => `at version ${version} says something else than the log`,
  digest: ({ version, rebuilt }) => `has a digest of ${version ?? 0} rows that is not that of the ${rebuilt ?? 0} of the log`,
};
const shown = 20;
const betweenLinesMs = 2_000;

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('hash every fact again, walk every chain from its start, and build all rows again from the log')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) => inOffice((db) => verify(db, json === true)));
}

async function verify(db: Database, asJson: boolean): Promise<ExitCode> {
  const log = await verifyLog(db, progress('facts hashed'));
  const rebuilt = await rebuildRows(db, { onProgress: progress('facts folded') });
  if (asJson) say(JSON.stringify({ ...log, rebuilt }, undefined, 2));
  else {
    for (const { kind, at } of log.problems.slice(0, shown)) complain(`${at} ${words[kind]}.`);
    for (const problem of rebuilt.problems.slice(0, shown)) {
      complain(`${[problem.area, problem.noun, problem.id].filter(Boolean).join(' ')} ${rowWords[problem.kind](problem)}.`);
    }
    say(`${log.facts} facts of ${log.devices} devices in ${log.areas} areas; ${log.unlinked} came without the one before.`);
    say(`${rebuilt.rows} rows; ${rebuilt.differing} differ from those built again from the log.`);
  }
  if (log.problems.length > 0) return refuse(`The log has been altered in ${log.problems.length} places.`);
  if (rebuilt.differing > 0) return refuse(`The log is as it was taken in, but the rows are not those that follow from it.`);
  if (!asJson) say('The log is as it was taken in, and the rows are equal to those that follow from it.');
  return exitCodes.done;
}

function progress(what: string): (done: number) => void {
  let saidAt = Date.now();
  return (done) => {
    if (Date.now() - saidAt < betweenLinesMs) return;
    saidAt = Date.now();
    complain(`${done} ${what} …`);
  };
}
