// A real Chromium for the tests: CHROMIUM_PATH, the system's, or the one inside @sparticuz/chromium; without any the tests fail.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Program = { executablePath: string; env?: Record<string, string> };

export function findChromium(): Program {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named };
  const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`).find(answers);
  return system ? { executablePath: system } : chromiumOfNpm();
}

// Ubuntu's chromium-browser is a script that asks for a snap; only a program that tells its version will do.
function answers(path: string): boolean {
  try {
    return existsSync(path) && execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).includes('Chrom');
  } catch {
    return false;
  }
}

// The package unpacks itself into the folder for temporary things, where two runs would race and a killed one leave half a browser;
// so it unpacks into a folder of its own that is moved into place when whole. It takes its libraries along only on a machine that
// says it is Amazon's, and a bare system needs them.
function chromiumOfNpm(): Program {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const home = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(home)) {
    mkdirSync(join(modules, '.cache'), { recursive: true });
    const unfinished = mkdtempSync(`${home}-`);
    const program = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    execFileSync(process.execPath, ['--eval', program], {
      cwd: join(modules, '..'),
      env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), fontsOf(home));
    try {
      renameSync(unfinished, home);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  const env = {
    ...(process.env as Record<string, string>),
    LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(home, 'fonts'),
  };
  return { executablePath: join(home, 'chromium'), env };
}

// Its own list of fonts names folders of Amazon's machines.
function fontsOf(home: string): string {
  const folders = [join(home, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map((folder) => `  <dir>${folder}</dir>\n`).join('');
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${folders}  <cachedir>${join(home, 'fonts-cache')}</cachedir>\n</fontconfig>\n`;
}
