// What is measured, as the command line says it: `--runs 10 --only push,pull --peers pouchdb,rxdb --cpu 1,6 --net free,1mbps --write --append`.
import { parseArgs } from 'node:util';
import { type EngineName, engineNames } from './engines.ts';
import type { Line } from './link.ts';

export const measureNames = ['push', 'pull', 'changes', 'nothing', 'conflict', 'storm'] as const;
export type MeasureName = (typeof measureNames)[number];

export const nets = { free: undefined, '1mbps': { bytesPerSecond: 125_000, oneWayMs: 75 } } satisfies Record<string, Line | undefined>;
export type NetName = keyof typeof nets;

export interface Condition {
  /** How many times slower than it is the page's processor is made. */
  cpu: number;
  net: NetName;
}

export interface Options {
  runs: number;
  only: ReadonlySet<MeasureName>;
  engines: EngineName[];
  conditions: Condition[];
  records: number;
  /** Whether the page of the figures and their raw samples are written, after each run. */
  write: boolean;
  /** Whether the runs are added to what was measured of the same code before. */
  append: boolean;
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '10' },
      only: { type: 'string', default: measureNames.join(',') },
      peers: { type: 'string', default: engineNames.filter((name) => name !== 'pantau').join(',') },
      cpu: { type: 'string', default: '1,6' },
      net: { type: 'string', default: Object.keys(nets).join(',') },
      records: { type: 'string', default: '10000' },
      write: { type: 'boolean', default: false },
      append: { type: 'boolean', default: false },
    },
  });
  const cpus = values.cpu.split(',').map((text) => wholeNumber('cpu', text));
  const lines = listed('net', values.net, Object.keys(nets) as NetName[]);
  return {
    runs: wholeNumber('runs', values.runs),
    only: new Set(listed('only', values.only, measureNames)),
    engines: ['pantau', ...listed('peers', values.peers, engineNames.slice(1))],
    conditions: lines.flatMap((net) => cpus.map((cpu) => ({ cpu, net }))),
    records: wholeNumber('records', values.records),
    write: values.write || values.append,
    append: values.append,
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${name} takes whole numbers from 1 on, not "${text}"`);
  return Number(text);
}

function listed<Name extends string>(option: string, text: string, known: readonly Name[]): Name[] {
  const names = text.split(',').filter(Boolean);
  const strange = names.find((name) => !known.includes(name as Name));
  if (strange) throw new Error(`--${option} takes some of ${known.join(', ')}, not "${strange}"`);
  return names as Name[];
}
