// A password from whoever runs a command: piped in, or typed without being shown.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export type PasswordReading = { kind: 'password'; password: string } | { kind: 'none'; says: string };

export async function readPassword(fromStdin: boolean): Promise<PasswordReading> {
  if (fromStdin) return firstLine(await everything(process.stdin));
  if (!process.stdin.isTTY) return { kind: 'none', says: 'No terminal to ask for the password: pipe it in with --password-stdin.' };
  const password = await ask('Password: ');
  if (password !== (await ask('Once more: '))) return { kind: 'none', says: 'The two passwords differ. Nothing was changed.' };
  return { kind: 'password', password };
}

function firstLine(text: string): PasswordReading {
  const password = text.split(/\r?\n/)[0] ?? '';
  return password === '' ? { kind: 'none', says: 'No password came in. Nothing was changed.' } : { kind: 'password', password };
}

async function everything(input: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  // The terminal shows what goes through the interface's output; nothing does.
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: true });
  lines.once('SIGINT', () => process.exit(130));
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
