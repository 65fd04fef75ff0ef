// The tablet's end of the office's standing line, against an office that writes what the test wants.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { writeSetting } from '../../src/data/settings.ts';
import { listenForNews } from '../../src/sync/news.ts';
import { tabletOf } from '../support/tablet.ts';
import { idOf, kukar, mahulu, verifier } from '../support/world.ts';

let db: FieldDatabase;
let stop: () => void;
beforeEach(async () => {
  db = await tabletOf(verifier, { deviceId: idOf(1), token: 'kata-kunci' });
  await writeSetting(db, 'cursors', { [kukar]: 7 });
});
afterEach(() => stop());

/** An office whose every line says these pieces and stays open, unless it is told to end. */
function officeSaying(...pieces: string[]) {
  const asked: Request[] = [];
  const fetchFrom = async (url: RequestInfo | URL, init?: RequestInit) => {
    asked.push(new Request(new URL(String(url), 'http://kantor'), init));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    return new Response(body);
  };
  return { asked, fetchFrom: fetchFrom as typeof fetch };
}

test('an area that has moved past what the tablet holds is asked for, with the token beside the address and not in it', async () => {
  const exchange = vi.fn(async () => writeSetting(db, 'cursors', { [kukar]: 9 }));
  const { asked, fetchFrom } = officeSaying(': alive\n\n', `data: {"${kukar}":9}\n\n`);
  stop = listenForNews(db, '', exchange, { fetchFrom, random: () => 0 });
  await vi.waitFor(() => expect(exchange).toHaveBeenCalledTimes(1));
  expect(asked[0]?.url).toBe('http://kantor/api/news');
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer kata-kunci');
});

test('what the tablet holds already, cannot read, or gets in pieces does not confuse it', async () => {
  const exchange = vi.fn(async () => undefined);
  const { fetchFrom } = officeSaying(`data: {"${kukar}":7}\n\n`, 'data: <html>\n\ndata: {"64":"x"}\n\nda', `ta: {"${mahulu}"`, ':1}\n\n');
  stop = listenForNews(db, '', exchange, { fetchFrom, random: () => 0 });
  await vi.waitFor(() => expect(exchange).toHaveBeenCalled());
  // Twice and no more: an office that does not give what it announces is not asked for ever.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(exchange).toHaveBeenCalledTimes(2);
});

test('nobody who has signed out listens, and a stopped line is not taken up again', async () => {
  const { asked, fetchFrom } = officeSaying();
  await writeSetting(db, 'session', undefined as never);
  stop = listenForNews(db, '', async () => undefined, { fetchFrom });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual([]);
});
