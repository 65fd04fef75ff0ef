// The vault in any store that speaks S3: one object a file, named by its hash, put there only when it has been proved.
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { S3Config } from '../config.ts';
import type { Vault } from './vault.ts';

const patienceMs = 60_000;

export function s3Vault({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Config): Vault {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const placeOf = (sha256: string) => `${endpoint}/${bucket}/pantau/${sha256.slice(0, 2)}/${sha256}`;
  const ask = (method: string, sha256: string, body?: Uint8Array) =>
    client.fetch(placeOf(sha256), {
      method,
      signal: AbortSignal.timeout(patienceMs),
      // Signed with the body, so that the store itself refuses bytes that changed on the way.
      ...(body ? { body: Buffer.from(body), headers: { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 } } : {}),
    });
  return {
    keep: async (sha256, bytes) => {
      const response = await ask('PUT', sha256, bytes);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the file store answered ${response.status} to a file that was to be kept`);
    },
    read: async (sha256) => {
      const response = await ask('GET', sha256);
      if (response.ok && response.body) return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
      await response.arrayBuffer();
      if (response.status === 404) return undefined;
      throw new Error(`the file store answered ${response.status} to a file that was asked for`);
    },
    remove: async (sha256) => {
      const response = await ask('DELETE', sha256);
      await response.arrayBuffer();
      if (!response.ok && response.status !== 404) throw new Error(`the file store answered ${response.status} to a file that was to go`);
    },
  };
}
