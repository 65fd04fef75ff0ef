// SHA-256 that answers at once: an IndexedDB transaction must not wait for WebCrypto.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../domain/canonical.ts';

export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The link of the device's chain that the next fact carries as `previousHash`. */
export const factHashOf = (fact: object): string => hashOf(canonical(fact));

/** What a fact weighs on the line, whatever letters it is written in. */
export const bytesOf = (fact: object): number => utf8ToBytes(JSON.stringify(fact)).length;
