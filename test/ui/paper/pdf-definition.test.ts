// Papers as PDF, laid out with the app's own fonts: every page counted, and nothing that is typed can break one.
import { describe, expect, test } from 'vitest';
import { attendancePaperOf } from '../../../src/ui/minutes/attendance-paper.ts';
import { minutesPaperOf } from '../../../src/ui/minutes/minutes-paper.ts';
import { notesPaperOf } from '../../../src/ui/minutes/notes-paper.ts';
import { broken, pdfDefinitionOf } from '../../../src/ui/paper/pdf-definition.ts';
import { attendants, cooperative, meeting, sealedMinutes, setting, strokes } from '../../support/papers.ts';
import { laidOut } from '../../support/pdf.ts';

const hostile = `"><script>alert(1)</script> 😀 שלום ${'W'.repeat(200)} \u202e\u0000`;

describe('a PDF', () => {
  test('of ten attendants is one page, of five hundred has the head of its table on every page', async () => {
    const listOf = (count: number) =>
      attendancePaperOf({ attendance: attendants(count), minutes: sealedMinutes(), meeting, cooperative }, setting);
    expect((await laidOut(listOf(10))).pages).toBe(1);
    const { pages, bytes } = await laidOut(listOf(500));
    expect(pages).toBeGreaterThan(15);
    expect(pages).toBeLessThan(30);
    expect(bytes.length).toBeLessThan(1_500_000);
  });

  test('is laid out whatever was typed, at its longest', async () => {
    const longText = `${hostile} `.repeat(30).slice(0, 4000);
    const minutes = sealedMinutes({
      number: hostile.slice(0, 120),
      place: hostile,
      chairName: hostile,
      identity: { name: hostile, legalEntityNumber: hostile.slice(0, 120) },
      decisions: Array.from({ length: 20 }, () => ({
        agendaKey: 'ratification' as const,
        text: longText,
        method: 'vote' as const,
        yes: 1_000_000,
        no: 1_000_000,
        abstain: 0,
        adopted: true,
      })),
      agenda: [{ key: 'discussion', done: true, notes: longText.repeat(2) }],
      discussionNotes: longText.repeat(2),
      ratified: [{ bookYear: 2025, figures: { assets: 9_000_000_000_000_000, shu: -9_000_000_000_000_000 } }],
    });
    const signatures = minutes.signatures.map((signature) => ({ ...signature, name: hostile, strokes }));
    const sources = { minutes: { ...minutes, signatures }, meeting, cooperative, officerNames: new Map<string, string>() };
    for (const paper of [minutesPaperOf(sources, setting), notesPaperOf(sources, setting)]) {
      const { pages } = await laidOut(paper);
      expect(pages).toBeGreaterThan(2);
    }
    const attendance = attendants(3, { name: hostile, memberNumber: 'W'.repeat(40), institution: hostile, position: hostile });
    expect((await laidOut(attendancePaperOf({ ...sources, attendance }, setting))).pages).toBeGreaterThan(0);
  });

  test('of invented data says so across every page', () => {
    const paper = minutesPaperOf({ minutes: sealedMinutes(), meeting, cooperative, officerNames: new Map() }, { ...setting, isDemo: true });
    expect(pdfDefinitionOf(paper)).toMatchObject({ watermark: { text: 'DATA CONTOH' } });
    expect(pdfDefinitionOf({ ...paper, isDemo: false })).not.toHaveProperty('watermark');
  });
});

test('a word that would push its column off the sheet may break, and says the same', () => {
  const word = 'W'.repeat(100);
  expect(broken(`satu ${word} dua`).replaceAll('\u200b', '')).toBe(`satu ${word} dua`);
  expect(
    broken(word)
      .split('\u200b')
      .every((part) => part.length <= 28),
  ).toBe(true);
  expect(broken('pendek saja')).toBe('pendek saja');
});
