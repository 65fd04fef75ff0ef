import { describe, expect, test } from 'vitest';
import { bodyOf, changesOf, fieldsOf, filledOf, firstEmptyPart, lacksRat, partsFilled } from '../../../src/ui/visit/visit-content.ts';
import { clockOf, draftOf, emptyDraft, keptDraft, momentOf, type VisitDraft, type VisitFields } from '../../../src/ui/visit/visit-draft.ts';

const ended = 2025;
const typed = (fields: Partial<VisitDraft>): VisitDraft => ({ ...emptyDraft(), purpose: 'monitoring', visitedOn: '2026-07-06', ...fields });

describe('what a typed visit says', () => {
  test('an untouched form says nothing but its purpose and day', () => {
    expect(bodyOf(typed({}), 'koperasi', ended)).toEqual({ cooperativeId: 'koperasi', purpose: 'monitoring', visitedOn: '2026-07-06' });
  });

  test('without a purpose or a day there is no visit yet', () => {
    expect(bodyOf(typed({ purpose: undefined }), 'koperasi', ended)).toBeUndefined();
    expect(bodyOf(typed({ visitedOn: undefined }), 'koperasi', ended)).toBeUndefined();
  });

  test('empty texts, lists and groups become blanks, and texts lose the blanks around them', () => {
    const draft = typed({
      companions: '  ',
      findings: '  Buku kas tidak diisi \n',
      personsMet: [{ key: 'a', name: ' Bu Rina ', position: '' }, { key: 'b' }],
      existence: { officeFound: undefined },
      problems: [],
      counterpartSignature: [],
    });
    expect(fieldsOf(draft, ended)).toEqual({
      purpose: 'monitoring',
      visitedOn: '2026-07-06',
      findings: 'Buku kas tidak diisi',
      personsMet: [{ name: 'Bu Rina' }],
    });
  });

  test('zero and no are answers', () => {
    const draft = typed({ existence: { signboard: false }, finance: { bookYear: 2025, externalCapital: 0 } });
    expect(fieldsOf(draft, ended)).toMatchObject({ existence: { signboard: false }, finance: { externalCapital: 0 } });
  });

  test('the time in and out are moments of that day in WITA', () => {
    const { startedAt, endedAt } = fieldsOf(typed({ startTime: '09:05', endTime: '11:30' }), ended);
    expect(startedAt).toBe(Date.UTC(2026, 6, 6, 1, 5));
    expect(endedAt).toBe(Date.UTC(2026, 6, 6, 3, 30));
    expect(clockOf(startedAt)).toBe('09:05');
    expect(momentOf(undefined, '09:05')).toBeUndefined();
  });

  test('an answer goes with the question it belonged to', () => {
    const draft = typed({
      existence: { addressRight: true, addressFound: 'Jl. Lama' },
      business: { running: true, monthsSinceActivity: 4, thirdPartyDebt: 'no', thirdPartyDebtAmount: 5_000_000, otherUnit: 'Depot air' },
    });
    expect(fieldsOf(draft, ended)).toMatchObject({ existence: { addressRight: true }, business: { running: true, thirdPartyDebt: 'no' } });
    expect(JSON.stringify(fieldsOf(draft, ended))).not.toMatch(/addressFound|monthsSinceActivity|thirdPartyDebtAmount|otherUnit/);
  });

  test('who has held the RAT of the ended book year gives no reason for not holding it', () => {
    const draft = typed({ institution: { lastRatBookYear: 2024, noRatReason: 'noFunds', noRatWords: 'Kas kosong' } });
    expect(lacksRat(draft, ended)).toBe(true);
    expect(fieldsOf(draft, ended).institution).toMatchObject({ noRatReason: 'noFunds', noRatWords: 'Kas kosong' });
    const held = typed({ institution: { ...draft.institution, lastRatBookYear: 2025 } });
    expect(fieldsOf(held, ended).institution).toEqual({ lastRatBookYear: 2025 });
  });

  test('a draft of an earlier version, or none at all, still opens', () => {
    expect(keptDraft({ findings: 'Lama' })).toMatchObject({ findings: 'Lama', personsMet: [], actions: [] });
    expect(keptDraft(null)).toEqual(emptyDraft());
  });
});

describe('amending', () => {
  const of: VisitFields = {
    purpose: 'monitoring',
    visitedOn: '2026-07-06',
    startedAt: Date.UTC(2026, 6, 6, 1, 5, 42),
    existence: { officeFound: true },
    actions: [{ text: 'Menyusun laporan', dueOn: '2026-08-01' }],
    finance: { bookYear: 2025, assets: 100 },
  };
  const amending = (fields: Partial<VisitDraft>): VisitDraft => ({ ...draftOf(of), amendment: { of, reason: 'Salah ketik' }, ...fields });

  test('an opened and untouched visit changes nothing', () => {
    expect(changesOf(amending({}), ended)).toBeUndefined();
  });

  test('only what was changed is an amendment, from what the visit said', () => {
    expect(changesOf(amending({ finance: { bookYear: 2025, assets: 1000 }, findings: '' }), ended)).toEqual({
      finance: { from: { bookYear: 2025, assets: 100 }, to: { bookYear: 2025, assets: 1000 } },
    });
  });

  test('an emptied field is changed to a blank, an added one from a blank', () => {
    expect(changesOf(amending({ actions: [], findings: 'Buku kas kosong' }), ended)).toEqual({
      actions: { from: of.actions, to: null },
      findings: { from: null, to: 'Buku kas kosong' },
    });
  });

  test('the seconds that a form does not show are no change; another time is, from the exact moment', () => {
    expect(changesOf(amending({ startTime: '09:06' }), ended)).toEqual({
      startedAt: { from: of.startedAt, to: Date.UTC(2026, 6, 6, 1, 6) },
    });
  });
});

describe('progress', () => {
  test('a part counts from its first answer on', () => {
    const fields = fieldsOf(typed({ existence: { officeFound: false }, findings: 'Ada temuan' }), ended);
    expect(filledOf('existence', fields)).toEqual({ answered: 1, of: 4 });
    expect(filledOf('business', fields).answered).toBe(0);
    expect(partsFilled(fields)).toBe(2);
    expect(firstEmptyPart(fields)).toBe('institution');
  });

  test('an empty form has no part begun', () => {
    expect(partsFilled({})).toBe(0);
    expect(firstEmptyPart({})).toBe('existence');
  });
});
