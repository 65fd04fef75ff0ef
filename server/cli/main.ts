// pantau: the command line of the office. Each command is a file of its own beside this one.

import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { importCommand } from './import.ts';

const program = new Command('pantau')
  .description('The field register of a cooperatives office.')
  .version(packageJson.version)
  .showHelpAfterError();

importCommand(program);
await program.parseAsync();
