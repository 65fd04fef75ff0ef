// A visit from the draft to the rows and the outbox, with the figures seen at it.
import { describe, expect, test } from 'vitest';
import type { FieldDatabase } from '../../src/data/database.ts';
import { readDraft, saveDraft } from '../../src/data/drafts.ts';
import { type Act, recordActs } from '../../src/data/record.ts';
import { readRow, readUnder } from '../../src/data/rows.ts';
import { readBody } from '../../src/domain/fact-types.ts';
import { figuresIdOf } from '../../src/domain/yearly-figures.ts';
import { draftOf, emptyDraft, fieldsOfVisit, type VisitDraft } from '../../src/ui/visit/visit-draft.ts';
import { readOpening } from '../../src/ui/visit/visit-opening.ts';
import { deliveryOf, readVisit } from '../../src/ui/visit/visit-reading.ts';
import { asAmendment } from '../../src/ui/visit/visit-rebase.ts';
import { recordVisit, visitDraftKey } from '../../src/ui/visit/visit-record.ts';
import { tabletOf } from '../support/tablet.ts';
import { administrator, cooperativeBody, cooperativeId, idOf, kukar, officerOne, officerTwo, today } from '../support/world.ts';

const visitId = idOf(0xe1);
const ended = 2025;
const at = { now: today };
const typed = (fields: Partial<VisitDraft> = {}): VisitDraft => ({
  ...emptyDraft(),
  purpose: 'monitoring',
  visitedOn: '2026-07-06',
  ...fields,
});
const cooperativeOf = (legalStatus: 'active' | 'dissolved'): Act => ({
  type: 'cooperativeRecorded',
  id: cooperativeId,
  area: kukar,
  body: { ...cooperativeBody, legalStatus },
});

async function tabletWithCooperative(legalStatus: 'active' | 'dissolved' = 'active'): Promise<FieldDatabase> {
  // Only the office says that a cooperative is dissolved.
  const db = await tabletOf(legalStatus === 'active' ? officerOne : administrator, { deviceId: idOf(1) });
  await recordActs(db, [cooperativeOf(legalStatus)], at);
  return db;
}

const finish = (db: FieldDatabase, draft: VisitDraft, id = visitId) =>
  recordVisit(db, { visitId: id, cooperativeId, area: kukar, draft, ended }, at);

async function savedDraft(db: FieldDatabase, draft: VisitDraft): Promise<VisitDraft> {
  await saveDraft(db, { key: visitDraftKey(visitId), kind: 'visit', cooperativeId, content: draft });
  return draft;
}

async function amending(db: FieldDatabase, fields: Partial<VisitDraft>): Promise<VisitDraft> {
  const { visit } = await readVisit(db, cooperativeId, visitId);
  if (!visit) throw new Error('there is no visit to amend');
  const of = fieldsOfVisit(visit);
  return { ...draftOf(of), ...fields, amendment: { of, reason: 'Salah ketik' } };
}

describe('finishing a visit', () => {
  test('turns the draft into a row and a fact that the office can read, all at once', async () => {
    const db = await tabletWithCooperative();
    const draft = await savedDraft(db, typed({ findings: ' Buku kas kosong ', actions: [{ key: 'a', text: 'Mengisi buku kas' }] }));
    expect(await finish(db, draft)).toMatchObject({ kind: 'recorded', outcome: 'applied' });
    expect((await readRow(db, 'visit', visitId, cooperativeId))?.data).toMatchObject({
      findings: 'Buku kas kosong',
      actions: [{ text: 'Mengisi buku kas' }],
      recordedBy: officerOne.id,
    });
    expect(await readDraft(db, visitDraftKey(visitId))).toBeUndefined();
    for (const { fact } of await db.outbox.toArray()) expect(readBody(fact)).toMatchObject({ kind: 'fact' });
  });

  test('records the figures seen at it under its book year', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed({ institution: { membersMale: 10, membersFemale: 20 }, finance: { bookYear: 2025, assets: 500 } }));
    const figures = await readRow(db, 'yearlyFigures', figuresIdOf(cooperativeId, 2025, 'visit'));
    expect(figures?.data).toMatchObject({ source: 'visit', membersTotal: 30, assets: 500 });
  });

  test('a second visit changes the figures of the first, and both visits stand', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed({ finance: { bookYear: 2025, assets: 500, shu: 5 } }));
    expect(await finish(db, typed({ finance: { bookYear: 2025, assets: 600 } }), idOf(0xe2))).toMatchObject({ outcome: 'applied' });
    const figures = await readRow(db, 'yearlyFigures', figuresIdOf(cooperativeId, 2025, 'visit'));
    expect(figures?.data).toMatchObject({ assets: 600, shu: 5 });
    expect(await readUnder(db, 'visit', cooperativeId, kukar)).toHaveLength(2);
  });

  test('that another tab has finished records nothing and keeps the draft; gone on with as a change, both texts are there', async () => {
    const db = await tabletWithCooperative();
    const begun = typed({ findings: 'Pertama', institution: { membersMale: 10 } });
    await finish(db, { ...begun, advice: 'Menyusun LPJ', institution: { membersMale: 10, membersFemale: 20 } });
    const late = await savedDraft(db, { ...begun, findings: 'Kedua', institution: { membersMale: 11 } });
    expect(await finish(db, late)).toEqual({ kind: 'recordedElsewhere' });
    expect(await readDraft(db, visitDraftKey(visitId))).toBeDefined();
    const recorded = (await readRow(db, 'visit', visitId, cooperativeId))?.data;
    if (!recorded) throw new Error('the first tab recorded nothing');
    expect(recorded.findings).toBe('Pertama');
    const change = asAmendment(late, begun, recorded);
    change.amendment = { of: change.amendment?.of ?? fieldsOfVisit(recorded), reason: 'Diketik di tab lain' };
    expect(await finish(db, change)).toMatchObject({ kind: 'recorded', outcome: 'applied' });
    const amended = (await readRow(db, 'visit', visitId, cooperativeId))?.data;
    expect(amended).toMatchObject({ findings: 'Kedua', advice: 'Menyusun LPJ', institution: { membersMale: 11, membersFemale: 20 } });
    expect(amended?.amendments?.[0]?.changes).toMatchObject({ findings: { from: 'Pertama', to: 'Kedua' } });
  });

  test('left behind as a draft, then found again, takes only what was left blank', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed({ findings: 'Pertama', advice: 'Menyusun LPJ' }));
    const recorded = (await readRow(db, 'visit', visitId, cooperativeId))?.data;
    if (!recorded) throw new Error('the first tab recorded nothing');
    expect(asAmendment(typed({ findings: 'Kedua' }), emptyDraft(), recorded)).toMatchObject({ findings: 'Kedua', advice: 'Menyusun LPJ' });
  });

  test('a dissolved cooperative is visited only to wind it up (I10)', async () => {
    const db = await tabletWithCooperative('dissolved');
    const draft = await savedDraft(db, typed());
    expect(await finish(db, draft)).toEqual({ kind: 'refused', rule: 'I10', field: 'purpose' });
    expect(await readDraft(db, visitDraftKey(visitId))).toBeDefined();
    expect(await finish(db, typed({ purpose: 'liquidation' }))).toMatchObject({ kind: 'recorded' });
  });

  test('a day that has not come is refused, and the figures with it', async () => {
    const db = await tabletWithCooperative();
    const draft = typed({ visitedOn: '2026-07-08', finance: { bookYear: 2025, assets: 500 } });
    expect(await finish(db, draft)).toEqual({ kind: 'refused', rule: 'futureDay', field: 'visitedOn' });
    expect(await readRow(db, 'yearlyFigures', figuresIdOf(cooperativeId, 2025, 'visit'))).toBeUndefined();
  });

  test('a visit that ends before it begins is refused', async () => {
    const db = await tabletWithCooperative();
    expect(await finish(db, typed({ startTime: '10:00', endTime: '09:00' }))).toMatchObject({ rule: 'endsBeforeStart' });
  });
});

describe('amending a finished visit', () => {
  test('keeps the old value beside the new one, with the reason', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed({ findings: 'Lama', finance: { bookYear: 2024, assets: 500 } }));
    const draft = await amending(db, { findings: 'Baru', finance: { bookYear: 2025, assets: 500 } });
    expect(await finish(db, draft)).toMatchObject({ kind: 'recorded', outcome: 'applied' });
    const visit = (await readRow(db, 'visit', visitId, cooperativeId))?.data;
    expect(visit).toMatchObject({ findings: 'Baru', amendments: [{ reason: 'Salah ketik', officerId: officerOne.id }] });
    expect(visit?.amendments?.[0]?.changes.findings).toEqual({ from: 'Lama', to: 'Baru' });
    const assetsOf = async (year: number) => (await readRow(db, 'yearlyFigures', figuresIdOf(cooperativeId, year, 'visit')))?.data.assets;
    expect([await assetsOf(2024), await assetsOf(2025)]).toEqual([undefined, 500]);
  });

  test('cannot blank what every visit has, nor move it into the future', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed());
    const amend = (changes: object) =>
      recordActs(db, [{ type: 'visitAmended', id: visitId, area: kukar, body: { changes, reason: 'Coba' } }], at);
    expect(await amend({ purpose: { from: 'monitoring', to: null } })).toMatchObject({ rule: 'fieldRequired', field: 'purpose' });
    expect(await amend({ visitedOn: { from: '2026-07-06', to: '2026-08-06' } })).toMatchObject({ rule: 'futureDay', field: 'visitedOn' });
  });

  test('is not done by another officer', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed({ findings: 'Lama' }));
    const session = await db.setting.get('session');
    await db.setting.put({ key: 'session', value: { ...(session?.value as object), officer: officerTwo } });
    expect(await finish(db, await amending(db, { findings: 'Baru' }))).toMatchObject({ kind: 'refused', rule: 'notOwnVisit' });
  });
});

describe('what the screens read', () => {
  test('a new visit opens with what is known and what was agreed before', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed({ visitedOn: '2026-02-01', actions: [{ key: 'a', text: 'Menyusun LPJ' }] }), idOf(0xe0));
    await finish(db, typed({ visitedOn: '2026-01-01' }), idOf(0xe2));
    // Only the office's hand puts a RAT of the register on record.
    const session = await db.setting.get('session');
    await db.setting.put({ key: 'session', value: { ...(session?.value as object), officer: { ...officerOne, role: 'verifier' } } });
    await recordActs(
      db,
      [
        {
          type: 'ratMeetingRecorded',
          id: idOf(0xd9),
          area: kukar,
          body: {
            cooperativeId,
            source: 'register',
            kind: 'rat',
            bookYears: [2023],
            callNumber: 1,
            heldOn: '2024-03-12',
            mode: 'inPerson',
            system: 'direct',
          },
        },
      ],
      at,
    );
    const opening = await readOpening(db, cooperativeId, visitId);
    expect(opening.previous?.actions).toEqual([{ text: 'Menyusun LPJ' }]);
    expect(opening.lastRat).toEqual({ heldOn: '2024-03-12', bookYear: 2023 });
    expect(opening.visit).toBeUndefined();
  });

  test('a finished visit tells that the office does not have it yet', async () => {
    const db = await tabletWithCooperative();
    await finish(db, typed());
    expect(await readVisit(db, cooperativeId, visitId)).toMatchObject({ delivery: 'unsent', hasDraft: false });
  });

  test('the gravest answer of the office is the one that is said', () => {
    expect(deliveryOf([])).toBe('atOffice');
    expect(deliveryOf([{ state: 'applied' }, { state: 'merged' }])).toBe('atOffice');
    expect(deliveryOf([{ state: 'applied' }, { state: 'unsent' }])).toBe('unsent');
    expect(deliveryOf([{ state: 'refused' }, { state: 'unsent' }])).toBe('refused');
  });
});
