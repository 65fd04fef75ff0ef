// The import as an office runs it: a process of its own, its report, its exit code.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/store/embedded-postgres.ts';
import type { FreshDatabase } from '../support/database.ts';
import { freshDatabase } from '../support/database.ts';
import { faultyRegister, realRegister, registerText } from '../support/register.ts';

// Each call starts a process of its own, and one of them a PostgreSQL.
vi.setConfig({ testTimeout: 120_000 });

let fresh: FreshDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'pantau-import-'));
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

interface Ended {
  code: number | null;
  out: string;
  said: string;
}

function pantauImport(args: string[], env: Record<string, string> = { DATABASE_URL: fresh.url }): Promise<Ended> {
  const child = spawn(process.execPath, ['bin/pantau.js', 'import', ...args], { env: { ...process.env, ...env } });
  const ended: Ended = { code: null, out: '', said: '' };
  child.stdout.on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    ended.said += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

const ofBuleleng = ['--regency', '51.08', '--as-of', '2026-04-30'];

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('pantau import', () => {
  test('fills an empty data folder, and beside a running server imports the same file again without a change', async () => {
    const dataFolder = join(folder, 'data');
    const env = { DATABASE_URL: '', PANTAU_DATA: dataFolder };
    const first = await pantauImport([realRegister, ...ofBuleleng], env);
    expect(first.code).toBe(0);
    expect(first.out).toBe(
      [
        'Register Kabupaten Buleleng (51.08) as of 30 April 2026 from register-buleleng-150.csv',
        '',
        'Read                      150',
        '  new                     150',
        '  updated                   0',
        '  unchanged                 0',
        '  rejected                  0',
        'With warnings               0',
        'Active                    102',
        'Inactive                   48',
        'RAT held                   64',
        '',
      ].join('\n'),
    );

    const server = await openDatabase({ dataFolder, databaseUrl: undefined }, { as: 'server', log: () => {} });
    if (server.kind === 'problem') throw new Error(server.says);
    try {
      const again = await pantauImport([realRegister, ...ofBuleleng, '--json'], env);
      expect(JSON.parse(again.out)).toMatchObject({
        ...{ read: 150, imported: 0, updated: 0, unchanged: 150, warned: 0, rejected: 0 },
        ...{ active: 102, inactive: 48, ratHeld: 64, issues: [] },
      });
    } finally {
      await server.close();
    }
  });

  test('shows line, column, value and reason of the first twenty issues, and all of them as JSON', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ nmkop: `KSU. Ke ${index}`, nobh: `${index + 1}/BH/2001`, Anggt: 'banyak' }));
    const file = written('banyak.csv', registerText(rows));
    const [shown, asJson, faulty] = await Promise.all([
      pantauImport([file, '--regency', '51.08', '--dry-run']),
      pantauImport([file, '--regency', '51.08', '--dry-run', '--json']),
      pantauImport([faultyRegister, ...ofBuleleng, '--dry-run']),
    ]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('A trial: nothing is stored yet.');
    expect(shown.out).toContain('Issues (the first 20 of 30; all of them with --json):');
    expect(shown.out.match(/^ {2}line \d+, column Anggt, "banyak": Not a number\./gm)).toHaveLength(20);
    expect(JSON.parse(asJson.out).issues).toHaveLength(30);
    expect(faulty.out).toContain('  REJECTED line 10, column nmkop, "-": No name.');
    expect(await fresh.db.selectFrom('record').select('id').where('noun', '=', 'cooperative').execute()).toEqual([]);
  });

  test('reads columns under headings that are named by hand', async () => {
    const file = written('lain.csv', 'Badan Usaha;Kode;Sisa\nSinar Jaya;77/BH/2001;1.500\n');
    const map = ['--map', 'Badan Usaha=name', '--map', 'Kode=legalEntityNumber', '--map', 'Sisa=shu'];
    const [unmapped, mapped, wrong] = await Promise.all([
      pantauImport([file, ...ofBuleleng]),
      pantauImport([file, ...ofBuleleng, ...map, '--json']),
      pantauImport([file, ...ofBuleleng, '--map', 'Badan Usaha=nama', '--json']),
    ]);
    expect(unmapped).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining('Headings in the file: Badan Usaha, Kode, Sisa.'),
    });
    expect(mapped.code).toBe(0);
    expect(JSON.parse(mapped.out)).toMatchObject({
      imported: 1,
      mapping: { 'Badan Usaha': 'name', Kode: 'legalEntityNumber', Sisa: 'shu' },
    });
    expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([1, { kind: 'refused', code: 'mappingUnknownField' }]);
  });

  test('refuses a file that is no register, of any size, with 1 and one line', async () => {
    const huge = written('raksasa.csv', 'nmkop;nobh\n');
    truncateSync(huge, 1024 ** 3);
    const refused = await Promise.all([
      pantauImport([join(folder, 'tiada.csv'), ...ofBuleleng]),
      pantauImport([huge, ...ofBuleleng]),
      pantauImport([written('kosong.csv', ''), ...ofBuleleng]),
      pantauImport([written('tanpa-nama.csv', registerText([{ nmkop: '-' }])), ...ofBuleleng]),
    ]);
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(refused.map(({ said }) => said.split('.')[0])).toEqual([
      'The file was not found',
      'The file is larger than 32 MB',
      'The file is empty',
      // Every row is rejected, which the report tells.
      '',
    ]);
    expect(refused[3]?.out).toContain('REJECTED line 2');
  });

  test('ends with 2 when it is called wrongly', async () => {
    const wrong = await Promise.all([
      pantauImport([realRegister]),
      pantauImport([realRegister, '--regency', 'Buleleng']),
      pantauImport([realRegister, '--regency', '51.99']),
      pantauImport([realRegister, '--regency', '51.08', '--as-of', '2999-01-01']),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    // On a slow machine a line of progress stands before it.
    expect(wrong[2]?.said).toContain('There is no regency with the code 51.99. Nothing was imported. Use a code such as 64.02.\n');
    for (const { said } of wrong) expect(said).not.toMatch(/\bat .*\.ts:/);
  });
});
