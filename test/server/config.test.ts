import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

test('nothing set means the office of East Kalimantan on this machine alone, with the demo', () => {
  expect(readConfig({})).toEqual({
    kind: 'config',
    config: {
      port: 8064,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      province: '64',
      demo: true,
      logLevel: 'info',
    },
  });
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', PANTAU_DEMO: '' })).toEqual(readConfig({}));
});

test('every setting is taken over', () => {
  const databaseUrl = 'postgres://pantau@db.local:5432/pantau';
  const env = {
    PORT: '80',
    HOST: '::',
    PANTAU_DATA: '/srv/p',
    DATABASE_URL: databaseUrl,
    PANTAU_PROVINCE: '51',
    PANTAU_DEMO: '0',
    PANTAU_LOG: 'warn',
  };
  expect(readConfig(env)).toEqual({
    kind: 'config',
    config: { port: 80, host: '::', dataFolder: '/srv/p', databaseUrl, province: '51', demo: false, logLevel: 'warn' },
  });
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://db/pantau'],
  ['DATABASE_URL', 'db.local'],
  ['PANTAU_PROVINCE', 'Kaltim'],
  ['PANTAU_PROVINCE', '640'],
  ['PANTAU_DEMO', 'yes'],
  ['PANTAU_LOG', 'loud'],
])('%s=%s is refused in one line that names it', (name, value) => {
  const read = readConfig({ [name]: value });
  expect(read).toEqual({ kind: 'wrong', problems: [expect.stringMatching(new RegExp(`^${name}.* is wrong: give .*\\.$`))] });
});

test('every wrong setting is named at once, and a password in an address never', () => {
  const read = readConfig({ PORT: 'x', PANTAU_DEMO: 'x', DATABASE_URL: 'mysql://me:secret@db/pantau' });
  expect(read).toMatchObject({
    kind: 'wrong',
    problems: [/^PORT=x/, /^DATABASE_URL is wrong/, /^PANTAU_DEMO=x/].map((line) => expect.stringMatching(line)),
  });
  expect(JSON.stringify(read)).not.toContain('secret');
});

function runConfig(env: Record<string, string>, dotEnv: string) {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '.env'), dotEnv);
  const program = `import { configOfProcess } from '${resolve('server/config.ts')}'; process.stdout.write(JSON.stringify(configOfProcess()));`;
  writeFileSync(join(folder, 'print.ts'), program);
  const args = ['--import', import.meta.resolve('tsx'), 'print.ts'];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', ...env } });
}

test('a .env speaks where the environment is silent', () => {
  const { stdout } = runConfig({ PORT: '1234' }, 'PORT=4321\nPANTAU_DEMO=0 # the real register\n');
  expect(JSON.parse(stdout)).toMatchObject({ port: 1234, demo: false });
});

test('wrong settings end the program with 78, one line each and no stack', () => {
  const { status, stdout, stderr } = runConfig({ PORT: 'x' }, 'PANTAU_DEMO=maybe\n');
  expect({ status, stdout, lines: stderr.trim().split('\n') }).toEqual({
    status: 78,
    stdout: '',
    lines: [expect.stringContaining('PORT=x is wrong'), expect.stringContaining('PANTAU_DEMO=maybe is wrong')],
  });
});
