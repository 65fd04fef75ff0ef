// SHA-256 on the server: links of the chains, tokens, content of minutes.
import { createHash } from 'node:crypto';
import { canonical } from '../../src/domain/canonical.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const bytesHashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const known = new WeakMap<object, string>();

/** A fact never changes, and the office asks twice: for the next fact's link and for the log. */
export function factHashOf(fact: object): string {
  const hash = known.get(fact) ?? hashOf(canonical(fact));
  known.set(fact, hash);
  return hash;
}
