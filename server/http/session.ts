// The door where officers sign in and out: slow on purpose for whoever guesses.
import type { FastifyRequest } from 'fastify';
import { signInRequestSchema, signInResponseSchema } from '../../src/domain/wire.ts';
import { usernameOf } from '../store/accounts.ts';
import { signIn, signOut } from '../store/devices.ts';
import { deviceOf } from './access.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

export interface SignInLimits {
  /** Attempts from one address in a minute: an office has one address for all its tablets. */
  perAddress: number;
  /** Failed attempts for one account in five minutes. */
  failuresPerAccount: number;
}

export const usualSignInLimits: SignInLimits = { perAddress: 120, failuresPerAccount: 10 };

const refusals = {
  wrongPassword: [401, 'The name or the password is wrong.'],
  accountDisabled: [403, 'The account has been closed.'],
  deviceOfOther: [409, 'This tablet is known as that of another officer.'],
  deviceRevoked: [403, 'This tablet has been revoked.'],
} as const;

export function sessionRoutes(app: App, { db, counters, now }: Office, limits: SignInLimits): void {
  const failures = app.createRateLimit({
    max: limits.failuresPerAccount,
    timeWindow: '5 minutes',
    keyGenerator: (request: FastifyRequest) => `account ${usernameOf((request.body as { username: string }).username)}`,
  });
  app.post(
    '/api/session',
    {
      config: { access: 'public', rateLimit: { max: limits.perAddress, timeWindow: '1 minute' } },
      schema: { summary: 'Sign in on a tablet', body: signInRequestSchema, response: { 200: signInResponseSchema } },
    },
    async (request) => {
      const failed = await failures(request, { increment: false });
      if (!failed.isAllowed && failed.remaining <= 0) throw tooManyFailures(failed.ttlInSeconds);
      const result = await signIn(db, request.body, now());
      counters.add('signIns', result.kind === 'signedIn' ? 'signedIn' : result.reason);
      if (result.kind === 'signedIn') return result.answer;
      if (result.reason === 'wrongPassword') await failures(request);
      const [status, title] = refusals[result.reason];
      throw new Problem(status, result.reason, title);
    },
  );
  app.delete('/api/session', { schema: { summary: 'Sign out: the token ends' } }, async (request, reply) => {
    await signOut(db, deviceOf(request).deviceId);
    return reply.code(204).send();
  });
}

const tooManyFailures = (seconds: number) =>
  new Problem(429, 'tooManyRequests', 'Too many wrong passwords for this account.', { headers: { 'retry-after': Math.max(1, seconds) } });
