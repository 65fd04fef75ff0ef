// A tablet of the first release as it speaks on the wire, frozen: it imports nothing of the product, so that the product cannot change it.
import { createHash, randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;
export type Post = (path: string, body: unknown, token?: string) => Promise<{ status: number; body: Json }>;

const canonical = (value: unknown): string => {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined && held !== null);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`)
    .join(',')}}`;
};

/** What the first release read of an answer, and nothing else. */
const answerKeys = ['deviceSeq', 'now', 'officer', 'pages', 'verdicts', 'wire'];
const pageKeys = ['area', 'cursor', 'more', 'rows'];
const rowKeys = ['area', 'data', 'id', 'noun', 'root', 'seq', 'version'];
const keysOf = (value: unknown) => Object.keys(value as Json).sort();

export async function versionOneTablet(post: Post, username: string, password: string) {
  const deviceId = randomUUID();
  const { body: session } = await post('/api/session', { username, password, deviceId, appVersion: '0.1.0' });
  const officer = session.officer as { id: string };
  const cursors: Record<string, number> = {};
  const rows = new Map<string, Json>();
  const verdicts = new Map<string, string>();
  const unsent: Json[] = [];
  let deviceSeq = 0;
  let previousHash = '0'.repeat(64);

  return {
    verdicts,
    rows,
    unsent,
    record: (type: string, noun: string, id: string, area: string, body: Json) => {
      deviceSeq += 1;
      const head = { id: randomUUID(), type, subject: { noun, id }, area, officerId: officer.id, deviceId, deviceSeq, at: Date.now() };
      const fact = { ...head, clock: { offsetMs: 0, confidence: 'good' }, previousHash, body };
      previousHash = createHash('sha256').update(canonical(fact)).digest('hex');
      unsent.push(fact);
    },
    /** Answers with the problem's code where the office does not take the version. */
    sync: async (wire = 1): Promise<string> => {
      for (;;) {
        const facts = unsent.slice(0, 200);
        const request = { wire, appVersion: '0.1.0', sentAt: Date.now(), facts, cursors };
        const { status, body } = await post('/api/sync', request, session.token as string);
        if (status !== 200) return String(body.code);
        if (String(keysOf(body)) !== String(answerKeys)) throw new Error(`an answer of other keys: ${keysOf(body)}`);
        for (const verdict of body.verdicts as { id: string; kind: string }[]) {
          verdicts.set(verdict.id, verdict.kind);
          const place = unsent.findIndex((fact) => fact.id === verdict.id);
          if (place >= 0) unsent.splice(place, 1);
        }
        const pages = body.pages as { area: string; cursor: number; more: boolean; rows: Json[] }[];
        for (const page of pages) {
          if (String(keysOf(page)) !== String(pageKeys)) throw new Error(`a page of other keys: ${keysOf(page)}`);
          for (const row of page.rows) {
            if (String(keysOf(row)) !== String(rowKeys)) throw new Error(`a row of other keys: ${keysOf(row)}`);
            rows.set(`${row.noun}/${row.id}`, row);
          }
          cursors[page.area] = page.cursor;
        }
        if (unsent.length === 0 && !pages.some((page) => page.more)) return 'done';
      }
    },
  };
}
