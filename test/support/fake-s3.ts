// A small store that speaks enough S3 to keep the product honest: it checks every signature by the published rules and refuses the rest.
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Config } from '../../server/config.ts';

export interface FakeS3 {
  config: S3Config;
  /** By path, such as `/bucket/pantau/ab/ab12…`. */
  objects: Map<string, Buffer>;
  /** What it answers instead of its usual, for as long as it is set. */
  fault: number | undefined;
  close(): Promise<void>;
}

const keys = { accessKeyId: 'KUNCI', secretAccessKey: 'rahasia-penyimpanan' };
const region = 'id-kaltim-1';

export async function fakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const answer = (status: number, content?: Buffer) => response.writeHead(status).end(content);
    if (store.fault !== undefined) return answer(store.fault);
    if (!isSigned(request, body)) return answer(403);
    const path = request.url ?? '';
    const held = objects.get(path);
    if (request.method === 'PUT') {
      objects.set(path, body);
      return answer(200);
    }
    if (request.method === 'DELETE') {
      objects.delete(path);
      return answer(204);
    }
    return held ? answer(200, held) : answer(404);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store: FakeS3 = {
    config: { endpoint, region, bucket: 'foto', ...keys },
    objects,
    fault: undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return store;
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** AWS Signature Version 4, written from its description and not from the client's code. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { headers } = request;
  const read =
    /^AWS4-HMAC-SHA256 Credential=(\S+?)\/(\d{8})\/(\S+?)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  const [, key, day, place, signed, signature] = read ?? [];
  if (key !== keys.accessKeyId || place !== region || !day || !signed || !signature) return false;
  const names = signed.split(';');
  if (!names.includes('host') || !names.includes('x-amz-content-sha256')) return false;
  const told = String(headers['x-amz-content-sha256']);
  if (told !== 'UNSIGNED-PAYLOAD' && told !== sha256(body)) return false;
  const canonicalHeaders = names.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`).join('');
  const canonical = [request.method, request.url, '', canonicalHeaders, signed, told].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const signing = ['s3', 'aws4_request'].reduce((of, part) => hmac(of, part), hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region));
  return hmac(signing, toSign).toString('hex') === signature;
}
