// A disk that can be filled: a small file system of its own, where the machine lets a test mount one.
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface NarrowRoom {
  /** Nothing more fits. Answers how to make room again. */
  fill(): () => void;
  close(): void;
}

const megabytes = 300;

/** Undefined where mounting takes rights that the test does not have. */
export function narrowRoom(folder: string): NarrowRoom | undefined {
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) return undefined;
  chmodSync(folder, 0o700);
  const ballast = join(folder, 'ballast');
  return {
    fill: () => {
      fillUp(ballast);
      return () => rmSync(ballast, { force: true });
    },
    close: () => void spawnSync('umount', ['--lazy', folder]),
  };
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
