// pantau user: officers' accounts.
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { areaCodeSchema, provinceOf } from '../../src/domain/noun.ts';
import { type Role, roles } from '../../src/domain/officer.ts';
import { type AccountCreation, changeAreas, createAccount, disableAccount, listAccounts, setPassword } from '../store/accounts.ts';
import { areasOfProvince } from '../store/area-data.ts';
import type { Database } from '../store/database.ts';
import { shortestPassword } from '../store/password.ts';
import { settingsOf } from '../store/setting.ts';
import { complain, type ExitCode, exitCodes, inOffice, refuse, say, table } from './office.ts';
import { readPassword } from './password-prompt.ts';

interface NewUser {
  name?: string;
  role: Role;
  areas?: string[];
  passwordStdin?: true;
}

const refusals: Record<Extract<AccountCreation, { kind: 'refused' }>['reason'], string> = {
  usernameTaken: 'There is an account of this name already. Choose another, such as the regency behind it.',
  usernameUnfit: 'A username has 2 to 60 small letters, digits, dots, dashes and underscores, such as petugas.kukar.',
  nameUnfit: 'A name has 1 to 200 characters.',
  passwordWeak: `A password has at least ${shortestPassword} characters. Nothing was changed.`,
};

export function userCommands(program: Command): void {
  const user = program.command('user').description("officers' accounts");
  user
    .command('add')
    .description('make an account; asks for the password')
    .argument('<username>', 'by which the officer signs in')
    .option('--name <name>', "the officer's name as others see it; the username when not said")
    .addOption(new Option('--role <role>', 'what the officer may do').choices(roles).makeOptionMandatory())
    .option('--areas <codes>', 'regencies such as 64.02,64.03, or the whole province; the province when not said', areaCodes)
    .option('--password-stdin', 'take the password from standard input')
    .action((username: string, options: NewUser) => inOffice((db) => addUser(db, username, options)));
  user
    .command('list')
    .description('every account')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) => inOffice((db) => listUsers(db, json === true)));
  user
    .command('password')
    .description('give an account a new password; its tablets sign in again')
    .argument('<username>')
    .option('--password-stdin', 'take the password from standard input')
    .action((username: string, options: { passwordStdin?: true }) => inOffice((db) => changePassword(db, username, options)));
  user
    .command('areas')
    .description('give an account other areas; its tablets fetch and leave them at their next exchange')
    .argument('<username>')
    .argument('<codes>', 'all that it has from now on, such as 64.02,64.03', areaCodes)
    .action((username: string, areas: string[]) => inOffice((db) => giveAreas(db, username, areas)));
  user
    .command('disable')
    .description('close an account: it signs in no more, and its tablets send no more')
    .argument('<username>')
    .action((username: string) => inOffice((db) => disableUser(db, username)));
}

async function addUser(db: Database, username: string, options: NewUser): Promise<ExitCode> {
  const areas = options.areas ?? [(await settingsOf(db)).province];
  const unknown = await unknownAreas(areas);
  if (unknown.length > 0) return refuse(`There is no area ${unknown.join(', ')}. Nothing was changed.`);
  const read = await readPassword(options.passwordStdin === true);
  if (read.kind === 'none') return refuse(read.says);
  const account = { username, name: options.name ?? username, role: options.role, areas, password: read.password };
  const created = await db.transaction().execute((trx) => createAccount(trx, account));
  if (created.kind === 'refused') return refuse(refusals[created.reason]);
  say(`${username} may sign in as ${options.role} for ${areas.join(', ')}.`);
  return exitCodes.done;
}

async function listUsers(db: Database, asJson: boolean): Promise<ExitCode> {
  const accounts = await listAccounts(db);
  if (asJson) say(JSON.stringify(accounts, undefined, 2));
  else {
    const rows = accounts.map((each) => [each.username, each.name, each.role, each.areas.join(','), each.disabledAt ? 'disabled' : '']);
    for (const line of table(['USERNAME', 'NAME', 'ROLE', 'AREAS', ''], rows)) say(line);
    if (accounts.length === 0) complain('No accounts yet: pantau user add makes the first.');
  }
  return exitCodes.done;
}

async function changePassword(db: Database, username: string, options: { passwordStdin?: true }): Promise<ExitCode> {
  const read = await readPassword(options.passwordStdin === true);
  if (read.kind === 'none') return refuse(read.says);
  const changed = await setPassword(db, username, read.password);
  if (changed.kind === 'unknown') return refuse(noAccount(username));
  if (changed.kind === 'weak') return refuse(refusals.passwordWeak);
  say(`${username} has a new password; the tablets of this account sign in again, and keep what they have not sent.`);
  return exitCodes.done;
}

async function giveAreas(db: Database, username: string, areas: string[]): Promise<ExitCode> {
  const unknown = await unknownAreas(areas);
  if (unknown.length > 0) return refuse(`There is no area ${unknown.join(', ')}. Nothing was changed.`);
  const { kind } = await db.transaction().execute((trx) => changeAreas(trx, username, areas));
  if (kind === 'unknown') return refuse(noAccount(username));
  say(kind === 'changed' ? `${username} works in ${areas.join(', ')} from now on.` : `${username} had these areas already.`);
  return exitCodes.done;
}

async function disableUser(db: Database, username: string): Promise<ExitCode> {
  const { kind } = await db.transaction().execute((trx) => disableAccount(trx, username));
  if (kind === 'unknown') return refuse(noAccount(username));
  say(kind === 'disabled' ? `${username} is closed.` : `${username} was closed already.`);
  return exitCodes.done;
}

const noAccount = (username: string) => `There is no account ${username}. pantau user list shows all.`;

function areaCodes(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim());
  if (codes.every((code) => areaCodeSchema.safeParse(code).success)) return [...new Set(codes)];
  throw new InvalidArgumentError('Areas are codes such as 64 or 64.02,64.03.');
}

async function unknownAreas(codes: readonly string[]): Promise<string[]> {
  const known = new Set<string>();
  for (const province of new Set(codes.map(provinceOf))) {
    for (const { code } of (await areasOfProvince(province)) ?? []) known.add(code);
  }
  return codes.filter((code) => !known.has(code));
}
