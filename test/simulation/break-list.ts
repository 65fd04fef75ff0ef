// The breaks themselves: what is done to which file.
export interface Break {
  what: string;
  edits: { file: string; from: string; to: string }[];
}

const one = (what: string, file: string, from: string, to: string): Break => ({ what, edits: [{ file, from, to }] });

export const breaks: Break[] = [
  {
    what: 'the uniqueness of facts is gone: repeats are judged again, and no key stops them',
    edits: [
      {
        file: 'server/store/accept.ts',
        from: 'const before = known.get(fact.id) ?? known.get(placeOf(fact));',
        to: 'const before = known.get("");',
      },
      { file: 'server/store/accept.ts', from: '!known.has(fact.id) && !known.has(placeOf(fact))', to: 'fact !== undefined' },
      { file: 'server/store/migrations/0001-first.ts', from: 'id uuid not null unique,\n    area', to: 'id uuid not null,\n    area' },
      { file: 'server/store/migrations/0001-first.ts', from: 'primary key (device_id, device_seq))', to: 'check (true))' },
    ],
  },
  {
    what: 'cursors are moved on before the page is written',
    edits: [
      {
        file: 'src/sync/exchange.ts',
        from: 'const { rows, more } = await receiveExchange(',
        to: `const ahead = result.answer.pages.filter((page) => !page.snapshot).map((page) => [page.area, page.cursor] as const);
    await writeSetting(db, 'cursors', { ...cursors, ...Object.fromEntries(ahead) });
    const { rows, more } = await receiveExchange(`,
      },
    ],
  },
  one(
    'the first verdict of each answer is swallowed',
    'src/data/receive.ts',
    'for (const verdict of verdicts) {',
    'for (const verdict of verdicts) {\n    if (verdict === verdicts[0]) continue;',
  ),
  one('own facts are folded again in the wrong order', 'src/data/pending.ts', 'a.deviceSeq - b.deviceSeq', 'b.deviceSeq - a.deviceSeq'),
  one(
    'own facts are not folded again over rows that arrive',
    'src/data/receive.ts',
    'await foldPendingAgain(db, new Set([...[...settled].filter((key) => !lain.has(key)), ...covered]), pending, now);',
    '',
  ),
  one('what is delivered leaves the outbox and lies nowhere', 'src/data/delivered.ts', '  await db.delivered.add({ facts });\n', ''),
  one(
    'the office answers before the commit',
    'server/store/exchange.ts',
    'await again(() => db.transaction().execute((trx) => takeUp(trx, device, request.facts, { now, bytes, seen })));',
    `await new Promise<Awaited<ReturnType<typeof takeUp>>>((resolve, reject) => {
    db.transaction().execute(async (trx) => {
      const taken = await takeUp(trx, device, request.facts, { now, bytes, seen });
      resolve(taken);
      return taken;
    }).catch(reject);
  });`,
  ),
  {
    what: "the office's digests are adopted instead of compared",
    edits: [
      {
        file: 'src/data/proof.ts',
        from: 'let different = differingNouns(tallies.digestsOf(area), nouns);',
        to: 'let different = differingNouns(nouns, nouns);',
      },
    ],
  },
  one(
    "the areas' lock is dropped",
    'server/store/area-lock.ts',
    ".where('code', 'in', codes).orderBy('code').forUpdate().execute()",
    ".where('code', 'in', codes).orderBy('code').execute()",
  ),
  one('areas that were lost are not named', 'server/store/down.ts', '!readable.has(area)),', '!readable.has(area) && area === ""),'),
  one(
    'what has moved leaves no tombstone behind the cursor',
    'server/store/move.ts',
    '::bigint + family.place\n      from family where',
    '::bigint * 0 + record.seq\n      from family where',
  ),
  one(
    'facts are sent under new ids',
    'src/sync/exchange.ts',
    'const facts = batch.map((held) => held.fact);',
    'const facts = batch.map(({ fact }) => ({ ...fact, id: crypto.randomUUID() }));',
  ),
  one(
    'a repeat is not told the verdict that it got',
    'server/store/known-facts.ts',
    'placeOf(before.fact) === placeOf(fact)) return before;',
    "placeOf(before.fact) === placeOf(fact)) return { verdict: { id: fact.id, deviceSeq: fact.deviceSeq, kind: 'merged' } };",
  ),
  {
    what: 'the outbox is written in a transaction of its own, after the rows',
    edits: [
      { file: 'src/data/record.ts', from: '    db.outbox.bulkAdd(facts.map(unsentOf)),\n', to: '' },
      {
        file: 'src/data/record.ts',
        from: "return await db.transaction('rw', tables, async () => recordInside(db, acts, options));",
        to: `const result = await db.transaction('rw', tables, async () => recordInside(db, acts, options));
    if (result.kind === 'recorded') await db.outbox.bulkAdd(result.facts.map(unsentOf));
    return result;`,
      },
    ],
  },
  one(
    'an answered fact leaves the fold before its row has arrived',
    'src/data/pending.ts',
    'return hasRow || hasAll || left.includes(area) || isOutOfReach(area);',
    'return hasRow || hasAll || left.includes(area) || isOutOfReach(area) || seq >= 0;',
  ),
  one(
    'the value that lost is not kept',
    'src/domain/change.ts',
    'conflicts.push(conflictOf({ ...data, edited }, field, held, change.to, author));',
    '',
  ),
  one(
    'an update of the app empties the outbox',
    'src/data/upgrade-2.ts',
    'const gone = (await',
    "await db.table('outbox').where('state').equals('unsent').delete();\n  const gone = (await",
  ),
  one(
    'a clock that has gone back decides which day has come',
    'src/data/settings.ts',
    'state && now >= state.checkedAt ? now + state.offsetMs : undefined;',
    'state ? now + state.offsetMs : undefined;',
  ),
  {
    what: 'a tablet whose storage was cleared numbers from one again, and its first exchange does not notice',
    edits: [
      { file: 'src/data/keep-session.ts', from: 'nextSeq: Math.max(answer.deviceSeq, note?.lastSeq ?? 0) + 1', to: 'nextSeq: 1' },
      { file: 'src/data/receive.ts', from: 'for (const subject of await renumber(db, response)) settled.add(subject);', to: '' },
    ],
  },
];
