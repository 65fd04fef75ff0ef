// What every command stands on: the office's database, made ready first where nobody has used it, and how a command ends.
import { InvalidArgumentError } from 'commander';
import { type Day, daySchema } from '../../src/domain/day.ts';
import { configOfProcess, wrongConfigExitCode } from '../config.ts';
import { foundOffice } from '../store/bootstrap.ts';
import { connect, type Database } from '../store/database.ts';
import { openDatabase } from '../store/embedded-postgres.ts';
import { migrate } from '../store/migrate.ts';

export const exitCodes = { done: 0, refused: 1, usage: 2, config: wrongConfigExitCode } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What tablets and files say may hold signs by which a terminal is made to show something else: each is shown as one that cannot be read. */
export const shownPlainly = (text: string): string => text.replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

export const say = (line: string): void => void process.stdout.write(`${shownPlainly(line)}\n`);
export const complain = (line: string): void => void process.stderr.write(`${shownPlainly(line)}\n`);

/** Runs the work in the office of the data folder, beside a running server or without one, and ends with its exit code. */
export async function inOffice(work: (db: Database) => Promise<ExitCode>): Promise<void> {
  process.exitCode = await opened(work);
}

async function opened(work: (db: Database) => Promise<ExitCode>): Promise<ExitCode> {
  const config = configOfProcess();
  const database = await openDatabase(config, { as: 'guest', log: complain });
  if (database.kind === 'problem') return unfit(database.says);
  const db = connect(database.connection, complain);
  try {
    const migrated = await migrate(db);
    if (migrated.kind === 'newer') return unfit(migrated.says);
    const founded = await foundOffice(db, config.province);
    return founded.kind === 'problem' ? unfit(founded.says) : await work(db);
  } finally {
    await db.destroy();
    await database.close();
  }
}

function unfit(says: string): ExitCode {
  complain(says);
  return exitCodes.config;
}

export function refuse(says: string): ExitCode {
  complain(says);
  return exitCodes.refused;
}

/** A day as an option gives it. */
export function dayGiven(text: string): Day {
  const read = daySchema.safeParse(text);
  if (!read.success) throw new InvalidArgumentError('Give a day such as 2015-12-31.');
  return read.data;
}

/** Columns as wide as what stands in them. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [heading, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
