// A disk that can be filled: a small file system of its own where the machine lets us have one, else a limit on what PostgreSQL may write.
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface NarrowRoom {
  /** Nothing more fits; the processes are those of PostgreSQL. Answers how to make room again. */
  fill(processes: readonly number[]): () => void;
  close(): void;
}

const megabytes = 300;

export function narrowRoom(folder: string): NarrowRoom {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
  if (mounted) chmodSync(folder, 0o700);
  const ballast = join(folder, 'ballast');
  return {
    fill: (processes) => {
      if (!mounted) {
        limitFiles(processes, '65536');
        return () => limitFiles(processes, 'unlimited');
      }
      fillUp(ballast);
      return () => rmSync(ballast, { force: true });
    },
    close: () => {
      if (mounted) spawnSync('umount', ['--lazy', folder]);
    },
  };
}

/** The largest that a file may grow to. New sessions inherit it from the postmaster. */
function limitFiles(processes: readonly number[], most: string): void {
  for (const pid of processes) spawnSync('prlimit', ['--pid', String(pid), `--fsize=${most}:unlimited`]);
}

function fillUp(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let bytes = 1024 * 1024; bytes >= 4096; ) {
      try {
        if (writeSync(file, Buffer.alloc(bytes)) < bytes) bytes /= 2;
      } catch {
        bytes /= 2;
      }
    }
  } finally {
    closeSync(file);
  }
}
