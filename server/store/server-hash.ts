// SHA-256 on the server: links of the chains, tokens, content of minutes.
import { createHash } from 'node:crypto';
import { canonical } from '../../src/domain/canonical.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const factHashOf = (fact: object): string => hashOf(canonical(fact));
