// pantau import: takes a register file into the register, from an empty data folder or beside a running server.
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type Day, dayOf, daySchema } from '../../src/domain/day.ts';
import type { RegisterColumnUse } from '../../src/domain/register-columns.ts';
import type { RegisterWords } from '../../src/domain/register-issue.ts';
import { type RegisterFileReading, readRegisterFile } from '../import/register-file.ts';
import { type ImportReport, importRegister } from '../store/register-import.ts';
import { reportLines } from './import-report.ts';
import { complain, type ExitCode, exitCodes, inOffice, say } from './office.ts';

interface Options {
  regency: string;
  asOf: Day;
  dryRun?: true;
  json?: true;
  map?: Record<string, RegisterColumnUse>;
  sheet?: string;
}

type Read = Extract<RegisterFileReading, { kind: 'read' }>;

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('take a register file (CSV or .xlsx) into the register')
    .argument('<file>', 'the file')
    .requiredOption('--regency <code>', 'regency that the file is the register of, such as 64.02', regencyCode)
    .option('--as-of <day>', 'day that the register shows, such as 2026-04-30', pastDay, dayOf(Date.now()))
    .option('--dry-run', 'tell what would happen and change nothing')
    .option('--json', 'print the report as JSON alone')
    .option('--map <heading=field>', 'read a column as this field; may be given again', mapped)
    .option('--sheet <name>', 'sheet of a workbook; otherwise the first with a register')
    .action(runImport);
}

async function runImport(file: string, options: Options): Promise<void> {
  const { regency, asOf, map: mapping = {}, sheet } = options;
  const progress = progressLines();
  const reading = await readRegisterFile(file, {
    asOf,
    mapping,
    ...(sheet === undefined ? {} : { sheet }),
    onProgress: progress('Reading lines'),
  });
  if (reading.kind === 'refused') {
    process.exitCode = refused(reading, options, exitCodes.refused);
    return;
  }
  await inOffice(async (db) => {
    const dryRun = options.dryRun === true;
    const imported = await importRegister(db, reading, {
      regency,
      asOf,
      now: Date.now(),
      dryRun,
      onProgress: progress('Writing records'),
    });
    if (imported.kind === 'refused') return refused(imported, options, exitCodes.usage);
    show(imported.report, reading, file, options);
    return imported.report.rejected === imported.report.read ? exitCodes.refused : exitCodes.done;
  });
}

function show(report: ImportReport, reading: Read, file: string, { json }: Options): void {
  const { mapping, unknownColumns, format, encoding, sheet } = reading;
  if (json) say(JSON.stringify({ ...report, mapping, unknownColumns, format, encoding, sheet }, undefined, 2));
  else for (const line of reportLines(report, { fileName: basename(file), unknownColumns })) say(line);
}

function refused(
  { code, message, headings }: { code: string; message: RegisterWords; headings?: string[] },
  { json }: Options,
  exitCode: ExitCode,
): ExitCode {
  if (json) say(JSON.stringify({ kind: 'refused', code, message, headings }, undefined, 2));
  else {
    complain(message.en);
    if (headings && headings.length > 0) complain(`Headings in the file: ${headings.join(', ')}. Name one with --map "heading=name".`);
  }
  return exitCode;
}

function regencyCode(text: string): string {
  if (/^\d{2}\.\d{2}$/.test(text)) return text;
  throw new InvalidArgumentError('It is the code of a regency, such as 64.02.');
}

function pastDay(text: string): Day {
  if (!daySchema.safeParse(text).success) throw new InvalidArgumentError('It is a day such as 2026-04-30.');
  if (text > dayOf(Date.now())) throw new InvalidArgumentError('This day has not come yet.');
  return text;
}

/** Which fields there are, the reading of the file knows. */
function mapped(text: string, before: Record<string, RegisterColumnUse> = {}): Record<string, RegisterColumnUse> {
  const at = text.lastIndexOf('=');
  if (at <= 0 || at === text.length - 1) throw new InvalidArgumentError('Write heading=field, such as "Nama Badan Usaha=name".');
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() as RegisterColumnUse };
}

const betweenLinesMs = 1_000;

/** A line a second at the most, beside the report. */
function progressLines() {
  let lastAt = Date.now();
  return (what: string) =>
    ({ done, total }: { done: number; total: number }) => {
      if (Date.now() - lastAt < betweenLinesMs) return;
      lastAt = Date.now();
      complain(`${what}: ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`);
    };
}
