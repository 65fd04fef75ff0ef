// What the server has done since it started, as Prometheus reads it. Counts only: nothing in here tells of a person.

export interface Counters {
  add(name: CounterName, label: string, amount?: number): void;
  text(): string;
}

const names = {
  responses: ['pantau_http_responses_total', 'status', 'Responses by class of status.'],
  facts: ['pantau_facts_total', 'verdict', 'Facts handed in, by verdict.'],
  signIns: ['pantau_sign_ins_total', 'result', 'Attempts to sign in, by result.'],
  imports: ['pantau_imports_total', 'result', 'Registers handed in, by result.'],
  proofs: ['pantau_area_proofs_total', 'result', 'Areas that a tablet stated its digest of, by whether it was the same as the office had.'],
  pulledAgain: [
    'pantau_buckets_pulled_again_total',
    'noun',
    'Buckets of one area and noun that differed on a tablet and were pulled again.',
  ],
  declined: ['pantau_removals_declined_total', 'unit', 'Rows that a tablet would have lost by a pull and that it kept instead.'],
  snapshots: ['pantau_snapshot_pages_total', 'result', 'Packed pages of areas handed out to tablets that had nothing of them.'],
  uploads: ['pantau_uploads_total', 'request', 'Requests of the upload protocol, by method and class of status.'],
  rescues: ['pantau_rescue_files_total', 'result', 'Rescue files that arrived whole, by what came of them.'],
  checks: ['pantau_paper_checks_total', 'result', 'Papers looked up on the public page, by whether the office had their record.'],
  exchangeMs: ['pantau_exchange_milliseconds_total', 'part', 'Time spent in exchanges with tablets.'],
} as const;
export type CounterName = keyof typeof names;

export function createCounters(startedAt: number): Counters {
  const counts = new Map<CounterName, Map<string, number>>(
    (Object.keys(names) as CounterName[]).map((name) => [name, new Map<string, number>()]),
  );
  return {
    add: (name, label, amount = 1) => {
      const held = counts.get(name);
      held?.set(label, (held.get(label) ?? 0) + amount);
    },
    text: () => {
      const lines = [...counts].flatMap(([name, held]) => {
        const [metric, label, words] = names[name];
        const values = [...held].map(([value, count]) => `${metric}{${label}="${value}"} ${Math.round(count)}`);
        return [`# HELP ${metric} ${words}`, `# TYPE ${metric} counter`, ...values];
      });
      return `${[...lines, ...gauges(startedAt)].join('\n')}\n`;
    },
  };
}

function gauges(startedAt: number): string[] {
  return [
    '# TYPE pantau_uptime_seconds gauge',
    `pantau_uptime_seconds ${Math.round((Date.now() - startedAt) / 1000)}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ];
}
