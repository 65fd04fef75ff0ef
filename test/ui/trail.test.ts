import { beforeEach, describe, expect, test, vi } from 'vitest';

describe('the arrow in the title bar', () => {
  let trail: typeof import('../../src/ui/trail.ts');
  beforeEach(async () => {
    vi.resetModules();
    trail = await import('../../src/ui/trail.ts');
  });

  test('goes back to the list as it was filtered', () => {
    trail.follow('/koperasi?status=due');
    trail.follow('/koperasi/1');
    expect(trail.cameFrom('/koperasi')).toBe(true);
  });

  test('opens the list anew for someone who came from elsewhere', () => {
    trail.follow('/');
    trail.follow('/koperasi/1');
    expect(trail.cameFrom('/koperasi')).toBe(false);
  });

  test('still knows the list after a form was opened and left', () => {
    for (const url of ['/koperasi', '/koperasi/1', '/kunjungan/9', '/koperasi/1']) trail.follow(url);
    expect(trail.cameFrom('/koperasi')).toBe(true);
  });
});
