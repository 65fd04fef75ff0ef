// pantau files: photos and sheets of the office; what nobody needs is cleared away by the server itself, or here at once.
import { join } from 'node:path';
import type { Command } from 'commander';
import { configOfProcess } from '../config.ts';
import { collectFiles } from '../files/collect.ts';
import { openUploads } from '../files/uploads.ts';
import { filesFolderOf, openVault } from '../files/vault.ts';
import { exitCodes, inOffice, say } from './office.ts';

export function filesCommands(program: Command): void {
  const files = program.command('files').description('photos and sheets that tablets sent');
  files
    .command('collect')
    .description('throw away uploads unfinished for 7 days and files that no fact has named for 30')
    .option('--dry-run', 'only say which files would go')
    .action(({ dryRun }: { dryRun?: true }) =>
      inOffice(async (db) => {
        const config = configOfProcess();
        const vault = await openVault(config);
        const uploads = openUploads(db, vault, join(filesFolderOf(config), 'uploads'));
        const collected = await collectFiles(db, vault, uploads, { now: Date.now(), isTrial: dryRun ?? false });
        for (const sha256 of collected.files) say(sha256);
        if (dryRun) say(`${collected.files.length} files would go.`);
        else say(`${collected.files.length} files and ${collected.uploads} unfinished uploads are gone.`);
        return exitCodes.done;
      }),
    );
}
