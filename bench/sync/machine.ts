// The machine of a measurement: what it is, and which of its cores the browser and the servers get.
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../test/support/chromium.ts';

export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  chromium: string;
  /** Whether the browser has a core to itself, and all servers the other one. */
  isPinned: boolean;
  loadAtStart: number;
}

/**
 * Gives the servers the first core, this process with the line among them, and makes a program that starts Chromium on the second.
 * Nothing is pinned where there is no `taskset` or one core only.
 */
export function pinProcesses(folder: string): Machine {
  const { executablePath, env } = findChromium();
  const isPinned = cpus().length > 1 && runs('taskset', ['-V']);
  const settings = Object.entries(env ?? {}).filter(([name]) => name === 'LD_LIBRARY_PATH' || name === 'FONTCONFIG_PATH');
  const lines = settings.map(([name, value]) => `export ${name}='${value}'`);
  const chromium = join(folder, 'chromium');
  writeFileSync(chromium, ['#!/bin/sh', ...lines, `exec ${isPinned ? 'taskset -c 1 ' : ''}'${executablePath}' "$@"`, ''].join('\n'));
  chmodSync(chromium, 0o755);
  const version = execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim();
  process.env.CHROMIUM_PATH = chromium;
  if (isPinned) execFileSync('taskset', ['-a', '-c', '-p', '0', String(process.pid)]);
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    chromium: version,
    isPinned,
    loadAtStart: loadavg()[0] ?? 0,
  };
}

function runs(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
