// Passwords: argon2id as OWASP advises for servers (19 MiB, two passes), and the same work for names that do not exist.
import { hash, verify } from '@node-rs/argon2';

export const shortestPassword = 10;
// The library's algorithm is argon2id unless told otherwise.
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const isWeak = (password: string): boolean => [...password].length < shortestPassword;

export const passwordHashOf = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

let nobodys: Promise<string> | undefined;

/** Whoever measures the time learns nothing about whether the name exists. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  nobodys ??= passwordHashOf('nobody has this password');
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFKC'));
  return passwordHash !== undefined && matches;
}
