// The four measures of one engine under one condition: push, first pull to the first query, 100 changes, nothing new.
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, openClients } from './browser.ts';
import type { EngineName, EngineServer } from './engines.ts';
import type { Front } from './front.ts';
import { type Condition, type MeasureName, nets } from './options.ts';
import { askedDistrict, type BenchRecord, countAsked, editsOf } from './records.ts';
import type { Sample } from './samples.ts';

export interface Bench {
  engine: EngineName;
  server: EngineServer;
  front: Front;
  run: number;
}

/** The records are made for the regency that the place stands for. */
export interface Ground {
  number: number;
  records: (regency: string) => BenchRecord[];
  condition: Condition;
  only: ReadonlySet<MeasureName>;
}

/** The second officer does not come in the same second: what a server or browser does behind a push has ended. */
const restMs = 5_000;

export async function measureExchanges(bench: Bench, { number, records: made, condition, only }: Ground): Promise<Sample[]> {
  const { server, front } = bench;
  const { name, ways } = await server.place(number);
  const records = made(name.slice(0, 5));
  const clients = await openClients(front);
  const samples: Sample[] = [];
  const measured = async (measure: MeasureName, client: Client, act: () => Promise<number>) => {
    await client.throttle(condition.cpu);
    front.link.line = nets[condition.net];
    Object.assign(front.link, { up: 0, down: 0 });
    Object.assign(front, { requests: 0, bodies: 0 });
    const ms = await act();
    const { up, down } = front.link;
    const { requests, bodies } = front;
    samples.push({ ...condition, run: bench.run, engine: bench.engine, measure, ms, up, down, bodies, requests });
    front.link.line = undefined;
    await client.throttle(1);
  };
  try {
    const first = await clients.open('first', ways[0]);
    await first.write(records);
    if (only.has('push')) await measured('push', first, first.push);
    else await first.push();
    await expectCount(bench, name, records.length);
    if (!only.has('pull') && !only.has('changes') && !only.has('nothing')) return samples;

    const second = await clients.open('second', ways[1]);
    await pause(restMs);
    await measured('pull', second, async () => {
      const { ms, count } = await second.pullAndCount(askedDistrict);
      const wanted = countAsked(records);
      if (count !== wanted) throw new Error(`${bench.engine} found ${count} records instead of ${wanted}`);
      return ms;
    });
    if (only.has('changes')) {
      await first.edit(editsOf(records.slice(0, 100), 'address', 'petugas'));
      await first.push();
      await measured('changes', second, second.pull);
      await expectEdits(bench, second, records.slice(0, 100));
    }
    if (only.has('nothing')) await measured('nothing', second, second.pull);
    return samples.filter(({ measure }) => only.has(measure));
  } finally {
    await clients.close();
  }
}

async function expectCount({ engine, server }: Bench, place: string, wanted: number): Promise<void> {
  const count = await server.count(place);
  if (count !== wanted) throw new Error(`${engine}'s server holds ${count} records instead of ${wanted}`);
}

async function expectEdits({ engine }: Bench, client: Client, records: readonly BenchRecord[]): Promise<void> {
  const found = await client.find(records.map(({ id }) => id));
  const edits = new Map(editsOf(records, 'address', 'petugas').map(({ id, to }) => [id, to]));
  const right = found.filter(({ id, shown }) => shown.address === edits.get(id));
  if (right.length !== records.length) throw new Error(`${engine} brought ${right.length} of ${records.length} changes`);
}
