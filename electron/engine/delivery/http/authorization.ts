// The Authorization header of HTTP targets. Runs in the engine's process.
import type { Access } from '../target.ts';

/** Basic where the URL names a user; without one the password is taken for a token. */
export function authorization(url: URL, { password }: Access): Readonly<Record<string, string>> {
  if (password === undefined) return {};
  if (url.username === '') return { Authorization: `Bearer ${password}` };
  return { Authorization: `Basic ${basicCredentials(decodeURIComponent(url.username), password)}` };
}

/** @returns user name and password as Basic authentication wants them. */
export function basicCredentials(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
}
