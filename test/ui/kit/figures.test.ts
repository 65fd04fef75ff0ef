import { afterEach, describe, expect, test } from 'vitest';
import { showCount, showRecent, showRoughRupiah, showRupiah, showShare, showShortDay, showWeekday } from '../../../src/ui/kit/figures.ts';
import { chooseLanguage } from '../../../src/ui/words/language.ts';

afterEach(() => chooseLanguage('id'));

describe('figures on screens', () => {
  test('counts and shares are written the Indonesian way', () => {
    expect(showCount(5407)).toBe('5.407');
    expect(showShare(901 / 5407)).toBe('16,7\u00a0%');
  });

  test('Rupiah does not break after its sign, and a blank is not zero', () => {
    expect(showRupiah(1_234_567)).toBe('Rp\u00a01.234.567');
    expect(showRupiah(undefined)).toBe('-');
  });

  test('a rough reading never rounds up', () => {
    expect(showRoughRupiah(1_999_999_999)).toBe('Rp\u00a01,99 miliar');
    expect(showRoughRupiah(-11_845_222)).toBe('-Rp\u00a011,84 juta');
  });

  test('a moment of today is only a time, an older one has its day', () => {
    const morning = Date.parse('2026-06-30T08:14:00+08:00');
    expect(showRecent(morning, morning + 3_600_000)).toBe('08.14');
    expect(showRecent(morning, Date.parse('2026-07-02T08:00:00+08:00'))).toBe('30 Jun 08.14');
    expect(showRecent(morning, Date.parse('2027-01-02T08:00:00+08:00'))).toBe('30 Jun 2026 08.14');
  });

  test('days follow the chosen language', () => {
    expect(showWeekday('2026-06-30')).toBe('Selasa, 30 Juni 2026');
    chooseLanguage('en');
    expect(showWeekday('2026-06-30')).toBe('Tuesday, 30 June 2026');
    expect(showShortDay('2026-06-30', '2026-01-01')).toBe('30 Jun');
  });
});
