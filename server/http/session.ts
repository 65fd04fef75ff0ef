// The door where officers sign in and out: slow on purpose for whoever guesses.
import { signInRequestSchema, signInResponseSchema } from '../../src/domain/wire.ts';
import { usernameOf } from '../store/accounts.ts';
import { signIn, signOut } from '../store/devices.ts';
import { deviceOf } from './access.ts';
import { createGuesses, type Guess } from './guesses.ts';
import type { App, Office } from './office.ts';
import { Problem } from './problem.ts';

export interface SignInLimits {
  /** Attempts from one address in a minute: an office has one address for all its tablets. */
  perAddress: number;
  /** Wrong passwords for one account from one address in five minutes. */
  failuresPerAccount: number;
  /** The same from all addresses together: laxer, so that a stranger's guesses do not shut out the owner at the office. */
  failuresEverywhere: number;
}

export const usualSignInLimits: SignInLimits = { perAddress: 120, failuresPerAccount: 10, failuresEverywhere: 100 };

const failureWindowMs = 5 * 60_000;

const refusals = {
  wrongPassword: [401, 'The name or the password is wrong.'],
  accountDisabled: [403, 'The account has been closed.'],
  deviceOfOther: [409, 'This tablet is known as that of another officer.'],
  deviceRevoked: [403, 'This tablet has been revoked.'],
} as const;

export function sessionRoutes(app: App, { db, counters, now }: Office, limits: SignInLimits): void {
  const here = createGuesses({ most: limits.failuresPerAccount, windowMs: failureWindowMs }, now);
  const everywhere = createGuesses({ most: limits.failuresEverywhere, windowMs: failureWindowMs }, now);
  app.post(
    '/api/session',
    {
      config: { access: 'public', rateLimit: { max: limits.perAddress, timeWindow: '1 minute' } },
      schema: { summary: 'Sign in on a tablet', body: signInRequestSchema, response: { 200: signInResponseSchema } },
    },
    async (request) => {
      const username = usernameOf(request.body.username);
      const fromHere = counted(here.count(`${username} ${request.ip}`));
      const fromAnywhere = everywhere.count(username);
      const takeBack = () => {
        fromHere.takeBack();
        if (fromAnywhere.kind === 'counted') fromAnywhere.takeBack();
      };
      if (fromAnywhere.kind === 'tooMany') takeBack();
      counted(fromAnywhere);
      // What fails on the way was no guess that got an answer.
      const result = await signIn(db, request.body, now()).catch((error) => {
        takeBack();
        throw error;
      });
      counters.add('signIns', result.kind === 'signedIn' ? 'signedIn' : result.reason);
      if (result.kind === 'signedIn' || result.reason !== 'wrongPassword') takeBack();
      if (result.kind === 'signedIn') return result.answer;
      const [status, title] = refusals[result.reason];
      throw new Problem(status, result.reason, title);
    },
  );
  app.delete('/api/session', { schema: { summary: 'Sign out: the token ends' } }, async (request, reply) => {
    await signOut(db, deviceOf(request).deviceId);
    return reply.code(204).send();
  });
}

function counted(guess: Guess): Extract<Guess, { kind: 'counted' }> {
  if (guess.kind === 'counted') return guess;
  throw new Problem(429, 'tooManyRequests', 'Too many wrong passwords for this account.', {
    headers: { 'retry-after': Math.max(1, Math.ceil(guess.forMs / 1000)) },
  });
}
