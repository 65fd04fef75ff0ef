// pantau rescue: files that tablets wrote when they could not reach the office, taken in by hand.
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { RescueProof, RescueRefusal, RescueReport } from '../../src/domain/rescue.ts';
import { configOfProcess } from '../config.ts';
import { openVault } from '../files/vault.ts';
import { hashOfFile } from '../rescue/arriving.ts';
import { takeIn } from '../rescue/take-in.ts';
import { QuarantineFull } from '../store/quarantine-room.ts';
import { settingsOf } from '../store/setting.ts';
import { complain, exitCodes, inOffice, refuse, say, table } from './office.ts';

const refusals: Record<RescueRefusal, string> = {
  empty: 'The file is empty. Have it sent once more.',
  notRescue: 'This is not a rescue file of Pantau.',
  otherOffice: 'It was written for another office, whose key alone opens it.',
  newerVersion: 'A newer Pantau wrote it. Update the server, then hand it in again.',
  damaged: 'It was cut or changed on its way. Have it sent once more, or written anew by the tablet, which still holds everything.',
  malformed: 'It opens, but what is inside does not have the shape of a rescue file.',
  tooLarge: 'It is larger than a rescue file can be.',
  wrongSignature: 'It claims to be from a tablet whose signature it does not bear. Somebody made it up; find out who handed it in.',
  noRoom: 'Other rescue files are still on their way.',
};

const held: Record<Exclude<RescueProof, 'proved'>, string> = {
  unproved: 'No tablet is known by the key that signed it.',
  deviceRevoked: 'Its tablet has been revoked.',
  accountDisabled: 'The account of its officer is closed.',
};

export function rescueCommands(program: Command): void {
  const rescue = program.command('rescue').description('work that a tablet wrote into a file when it could not reach the office');
  rescue
    .command('import')
    .description('take in a rescue file; again, or after its tablet has synced, it has no further effect')
    .argument('<file>')
    .option('--dry-run', 'only say what would come of it')
    .option('--json', 'the report as JSON')
    .action((file: string, { dryRun, json }: { dryRun?: true; json?: true }) =>
      inOffice(async (db) => {
        const found = await stat(file).catch(() => undefined);
        if (!found?.isFile()) return fail(json, 'noFile', `There is no file ${file}.`);
        const { serverDeviceId } = await settingsOf(db);
        const sha256 = await hashOfFile(file);
        const vault = await openVault(configOfProcess());
        const handedIn = { path: file, sha256, bytes: found.size, handedBy: serverDeviceId, now: Date.now(), isLook: dryRun ?? false };
        const taken = await takeIn(db, vault, handedIn).catch((error) => {
          if (error instanceof QuarantineFull) return 'quarantineFull' as const;
          throw error;
        });
        if (taken === 'quarantineFull')
          return fail(json, taken, 'The quarantine holds too much already: see to it first, then hand it in again.');
        if (taken.kind === 'refused') return fail(json, taken.code, refusals[taken.code]);
        if (json) say(JSON.stringify({ ...taken.report, dryRun: dryRun ?? false }, undefined, 2));
        else for (const line of linesOf(taken.report, dryRun ?? false)) say(line);
        return exitCodes.done;
      }),
    );
}

function fail(json: true | undefined, code: string, says: string) {
  if (json) say(JSON.stringify({ code }));
  if (code === 'noFile') {
    complain(says);
    return exitCodes.usage;
  }
  return refuse(`${code}: ${says} Nothing was taken in.`);
}

function linesOf({ proof, officer, deviceId, madeAt, facts, files, each }: RescueReport, isLook: boolean): string[] {
  const rows = each.map(({ deviceSeq, type, at, kind, rule }) => [
    deviceSeq > 0 ? String(deviceSeq) : '-',
    type || 'unreadable',
    at > 0 ? new Date(at).toISOString() : '-',
    kind,
    rule ?? '',
  ]);
  const counts = Object.entries(facts).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${isLook ? 'Would be taken in' : 'Taken in'}: of ${officer ?? 'an unknown officer'}, tablet ${deviceId}, written ${new Date(madeAt).toISOString()}.`,
    `Facts: ${counts.join(', ') || 'none'}. Files: ${files.kept} kept, ${files.refused} refused, ${files.missing} missing on the tablet.`,
    ...(proof === 'proved' ? [] : [`${held[proof]} Its facts lie in quarantine: pantau quarantine list, show, release.`]),
    ...(rows.length > 0 ? table(['NUMBER', 'FACT', 'RECORDED', 'VERDICT', 'RULE'], rows) : []),
  ];
}
