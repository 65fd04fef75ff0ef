// Hearing from the office that an area has moved, so that an office screen shows it within two seconds. Only a hint: the exchange does the work.
import * as z from 'zod/mini';
import type { FieldDatabase } from '../data/database.ts';
import { readSettings } from '../data/settings.ts';
import { retryDelay } from './loop.ts';

/** The office says something every twenty seconds; a line that is silent for longer is dead, whatever the browser believes of it. */
const silenceMs = 60_000;
/** So that the screens of a whole office do not ask in the same instant. */
const spreadMs = 500;

const newsSchema = z.record(z.string(), z.int());
export type News = z.infer<typeof newsSchema>;

export interface NewsOptions {
  fetchFrom?: typeof fetch;
  random?: () => number;
}

/** Listens until it is stopped, coming back after each end of the line; `exchange` is asked for only what the tablet does not hold yet. */
export function listenForNews(db: FieldDatabase, origin: string, exchange: () => Promise<unknown>, options: NewsOptions = {}): () => void {
  const { fetchFrom = fetch, random = Math.random } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let failures = 0;

  const listen = async (): Promise<void> => {
    const { session } = await readSettings(db, ['session']);
    if (!session?.token) return;
    const response = await fetchFrom(`${origin}/api/news`, {
      headers: { authorization: `Bearer ${session.token}` },
      cache: 'no-store',
      signal,
    });
    if (!response.ok || !response.body) throw new Error(`the office answered ${response.status}`);
    failures = 0;
    for await (const news of eventsOf(response.body)) {
      await pause(random() * spreadMs, signal);
      // Twice, as the first may join a round that had asked before the news.
      for (let tries = 0; tries < 2 && (await isAhead(db, news)); tries += 1) await exchange();
    }
  };
  const goOn = async (): Promise<void> => {
    while (!signal.aborted) {
      await listen().catch(() => {
        failures += 1;
      });
      await pause(Math.max(1_000, failures === 0 ? 0 : retryDelay(failures, random)), signal);
    }
  };
  void goOn();
  return () => stopping.abort();
}

async function isAhead(db: FieldDatabase, news: News): Promise<boolean> {
  const { cursors = {} } = await readSettings(db, ['cursors']);
  return Object.entries(news).some(([area, seq]) => seq > (cursors[area] ?? 0));
}

/** The data of server-sent events; a line that is none, or cannot be read, is passed over. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<News> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (;;) {
    const silent = setTimeout(() => void reader.cancel(), silenceMs);
    const { done, value } = await reader.read().finally(() => clearTimeout(silent));
    if (done) return;
    text += value;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue;
      const news = newsSchema.safeParse(jsonOf(line.slice('data: '.length)));
      if (news.success) yield news.data;
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
