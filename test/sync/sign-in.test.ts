// What signing in says when the office knows the officer and lets nobody in.
import { expect, test } from 'vitest';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';

const signingIn = (status: number, code: string) =>
  signIn(
    officeAt('', async () => new Response(JSON.stringify({ code }), { status })),
    { username: 'satu', password: 'rahasia', appVersion: 'test' },
  );

test.each([
  [403, 'deviceRevoked'],
  [403, 'accountDisabled'],
  [409, 'deviceOfOther'],
])('%i %s is no fault of the office that passes by itself', async (status, code) => {
  expect(await signingIn(status, code)).toEqual({ kind: 'notAllowed' });
});

test('what the office cannot answer stays an error', async () => {
  expect(await signingIn(500, 'internal')).toEqual({ kind: 'serverError', status: 500, code: 'internal' });
});

test('a wrong password is called that', async () => {
  expect(await signingIn(401, 'wrongPassword')).toEqual({ kind: 'wrongPassword' });
});
