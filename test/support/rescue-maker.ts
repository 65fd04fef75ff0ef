// Rescue files as an attacker or a broken tablet would write them: everything may be changed before it is encrypted.
import { Encrypter } from 'age-encryption';
import { packTar } from 'modern-tar';
import type { KnownFact } from '../../src/domain/fold.ts';
import { type RescueManifest, rescueEntries, rescueFormat, rescueVersion, signedBytes, signingAlgorithm } from '../../src/domain/rescue.ts';
import { hashOfBytes } from './photo.ts';

export interface TestKeys {
  privateKey: CryptoKey;
  publicKey: string;
}

export async function newTestKeys(): Promise<TestKeys> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(signingAlgorithm, false, ['sign', 'verify']);
  return { privateKey, publicKey: Buffer.from(await crypto.subtle.exportKey('raw', publicKey)).toString('base64') };
}

export interface RescueParts {
  recipient: string;
  deviceId: string;
  officerId: string;
  keys: TestKeys;
  facts?: readonly (KnownFact | string)[];
  files?: readonly Uint8Array<ArrayBuffer>[];
  /** Changes to the manifest before it is signed. */
  manifest?: (manifest: RescueManifest) => object;
  /** Changes to the entries after it was signed. */
  entries?: (entries: Entry[]) => Entry[];
}

export interface Entry {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export async function makeRescue(parts: RescueParts): Promise<Buffer> {
  const { recipient, deviceId, officerId, keys, facts = [], files = [] } = parts;
  const lines = bytesOf(facts.map((fact) => `${typeof fact === 'string' ? fact : JSON.stringify(fact)}\n`).join(''));
  const manifest: RescueManifest = {
    format: rescueFormat,
    version: rescueVersion,
    madeAt: Date.now(),
    appVersion: 'test',
    deviceId,
    officerId,
    office: recipient,
    key: hashOfBytes(Buffer.from(keys.publicKey, 'base64')),
    facts: { count: facts.length, bytes: lines.length, sha256: hashOfBytes(lines) },
    files: files.map((file) => ({ sha256: hashOfBytes(file), bytes: file.length, type: 'image/jpeg' })),
  };
  const text = bytesOf(JSON.stringify(parts.manifest?.(manifest) ?? manifest));
  const signature = new Uint8Array(await crypto.subtle.sign(signingAlgorithm, keys.privateKey, signedBytes(text)));
  const entries: Entry[] = [
    { name: rescueEntries.manifest, bytes: text },
    { name: rescueEntries.signature, bytes: signature },
    { name: rescueEntries.facts, bytes: lines },
    ...files.map((bytes) => ({ name: `${rescueEntries.files}${hashOfBytes(bytes)}`, bytes })),
  ];
  return encrypted(recipient, await archiveOf(parts.entries?.(entries) ?? entries));
}

const archiveOf = (entries: readonly Entry[]) =>
  packTar(entries.map(({ name, bytes }) => ({ header: { name, size: bytes.length }, body: bytes })));

export async function encrypted(recipient: string, plain: Uint8Array): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(plain));
}
