// The one place that decides who may come in: by the route's `access`, before a body is read. Below /api what says nothing is closed.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../src/domain/officer.ts';
import type { Database } from '../store/database.ts';
import { deviceByToken } from '../store/devices.ts';
import type { SignedInDevice } from '../store/take-up.ts';
import { Problem } from './problem.ts';

/** Everybody, every officer who has signed in, or officers of these roles. */
export type Access = 'public' | 'signedIn' | readonly Role[];

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Answers even when the server turns work away. */
    evenWhenBusy?: boolean;
  }
  interface FastifyRequest {
    device: SignedInDevice | null;
  }
}

export const officeRoles: readonly Role[] = ['verifier', 'head', 'administrator'];

export function guardAccess(app: FastifyInstance, db: Database): void {
  app.decorateRequest('device', null);
  app.addHook('onRequest', async (request) => {
    const { url = '', config } = request.routeOptions;
    const access = config.access ?? (url.startsWith('/api/') ? 'signedIn' : 'public');
    if (access === 'public') return;
    const token = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const device = token === undefined ? undefined : await deviceByToken(db, token);
    if (!device) throw signedOut();
    if (access !== 'signedIn' && !access.includes(device.officer.role)) {
      throw new Problem(403, 'role', 'The role of this account does not include this.');
    }
    request.device = device;
  });
}

/** The tablet and the officer behind a request that `guardAccess` let in. */
export function deviceOf(request: FastifyRequest): SignedInDevice {
  if (!request.device) throw signedOut();
  return request.device;
}

const signedOut = () =>
  new Problem(401, 'signedOut', 'Nobody is signed in with this token.', { headers: { 'www-authenticate': 'Bearer realm="pantau"' } });
