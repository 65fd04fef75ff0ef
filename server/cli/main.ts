// pantau: the command line of the office. Each command is a file of its own beside this one.

import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { deviceCommands } from './device.ts';
import { filesCommands } from './files.ts';
import { importCommand } from './import.ts';
import { letterheadCommands } from './letterhead.ts';
import { moveCommand } from './move.ts';
import { complain, exitCodes } from './office.ts';
import { quarantineCommands } from './quarantine.ts';
import { recapCommand } from './recap.ts';
import { rescueCommands } from './rescue.ts';
import { userCommands } from './user.ts';
import { verifyCommand } from './verify.ts';

const program = new Command('pantau')
  .description('The field register of a cooperatives office.')
  .version(packageJson.version)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage));

importCommand(program);
userCommands(program);
deviceCommands(program);
quarantineCommands(program);
filesCommands(program);
moveCommand(program);
letterheadCommands(program);
recapCommand(program);
verifyCommand(program);
rescueCommands(program);
try {
  await program.parseAsync();
} catch (error) {
  complain(`pantau: ${(error as Error).message}`);
  process.exitCode = exitCodes.refused;
}
