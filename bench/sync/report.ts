// The figures as tables, on the screen and for the page of the benchmarks.
import { isKept, type Verdict } from './budgets.ts';
import type { EngineName } from './engines.ts';
import { type Condition, measureNames } from './options.ts';
import { bytesOf, ofEngine, type Results, type Sample, type Spread, spreadOf } from './samples.ts';

export const engineTitles: Record<EngineName, string> = { pantau: 'Pantau', pouchdb: 'PouchDB', rxdb: 'RxDB' };

const titles: Record<string, string> = {
  push: 'push',
  pull: 'first pull, to the first query',
  changes: '100 changes',
  nothing: 'nothing new',
};

const seconds = (ms: number): string => (ms < 995 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(ms < 9_950 ? 2 : 1)} s`);
const bytes = (count: number): string =>
  count < 10_000 ? `${count.toFixed(0)} B` : count < 1e6 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1e6).toFixed(2)} MB`;
const timed = ({ median, low, high }: Spread): string => `${seconds(median)} (${seconds(low)} – ${seconds(high)})`;

const conditionTitle = ({ cpu, net }: Condition): string => `${cpu}x, ${net === 'free' ? 'network free' : '1 Mbps / 150 ms'}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)];
}

function exchangeRows(samples: readonly Sample[], engines: readonly EngineName[], conditions: readonly Condition[]): string[][] {
  return measureNames.flatMap((measure) =>
    conditions.flatMap((condition) => {
      const found = engines.map((engine) => ofEngine(samples, { ...condition, engine, measure }));
      if (found.every((each) => each.length === 0)) return [];
      const medians = found.map((each) => spreadOf(each.map(({ ms }) => ms)).median);
      const quickest = Math.min(...medians.filter((value) => !Number.isNaN(value)));
      const cells = found.map((each, place) => {
        if (each.length === 0) return '–';
        const median = (of: (sample: Sample) => number) => spreadOf(each.map(of)).median;
        const time = timed(spreadOf(each.map(({ ms }) => ms)));
        return `${medians[place] === quickest ? `**${time}**` : time}<br>${bytes(median(bytesOf))}, ${median(({ requests }) => requests)} requests`;
      });
      const runs = Math.min(...found.filter((each) => each.length > 0).map((each) => each.length));
      return [[titles[measure] ?? measure, `${conditionTitle(condition)}<br>${countedRuns(runs)}`, ...cells]];
    }),
  );
}

const countedRuns = (count: number): string => `${count} run${count === 1 ? '' : 's'}`;
const runsIn = (each: readonly { run: number }[]): number => new Set(each.map(({ run }) => run)).size;

export function markdownOf(
  { samples, conflicts, storms }: Results,
  engines: readonly EngineName[],
  conditions: readonly Condition[],
): string[] {
  const names = engines.map((engine) => engineTitles[engine]);
  const lines = table(['', 'processor, network', ...names], exchangeRows(samples, engines, conditions));
  if (conflicts.length > 0) {
    const median = (engine: EngineName, of: 'shown' | 'told' | 'hidden' | 'lost') =>
      String(spreadOf(conflicts.filter((each) => each.engine === engine).map((each) => each[of])).median);
    const rows = engines.map((engine) => [
      engineTitles[engine],
      ...(['shown', 'told', 'hidden', 'lost'] as const).map((of) => median(engine, of)),
    ]);
    lines.push(
      '',
      ...table(
        [
          `of 2,000 edited values, ${countedRuns(runsIn(conflicts))}`,
          'shown',
          'beside it on the record',
          'kept, only for who asks',
          'lost without a trace',
        ],
        rows,
      ),
    );
  }
  if (storms.length > 0) {
    const rows = engines.map((engine) => {
      const own = storms.filter((each) => each.engine === engine);
      const range = (values: readonly number[]) => [...new Set([Math.min(...values), Math.max(...values)])].join(' – ');
      const logged = own.flatMap((each) => each.logged ?? []);
      return [
        engineTitles[engine],
        range(own.map((each) => each.rows)) + (logged.length > 0 ? ` (facts in the log: ${range(logged)})` : ''),
        String(spreadOf(own.map((each) => each.lostReplies)).median),
        timed(spreadOf(own.map((each) => each.ms))),
      ];
    });
    lines.push('', ...table([`storm of 1,006, ${countedRuns(runsIn(storms))}`, 'rows in the end', 'replies lost', 'time'], rows));
  }
  return lines;
}

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

export function verdictLine(verdict: Verdict): string {
  const { what, value, budget, unit, atLeast } = verdict;
  return `${isKept(verdict) ? 'kept  ' : 'MISSED'}  ${what.padEnd(70)} ${`${number(value)} ${unit}`.padStart(10)}   ${atLeast ? 'at least' : 'at most'} ${number(budget)}`;
}

export function verdictTable(verdicts: readonly Verdict[]): string[] {
  const rows = verdicts.map((verdict) => [
    verdict.what,
    `${number(verdict.value)} ${verdict.unit}`.trim(),
    `${verdict.atLeast ? 'at least' : 'at most'} ${number(verdict.budget)}`,
    isKept(verdict) ? 'kept' : '**missed**',
  ]);
  return table(['budget', 'measured', 'promised', ''], rows);
}
