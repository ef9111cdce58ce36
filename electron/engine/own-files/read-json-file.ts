// Small JSON files that this program or its user wrote, held against their schema. Runs in every process that keeps files.
import type { z } from 'zod';
import { readTextFile } from './read-text-file.ts';

/** Instead of a system's code: the file can be read, but it is not what it should be. */
export const NOT_UNDERSTOOD = 'not-understood';

export type JsonFile<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      /** As of a text file, or NOT_UNDERSTOOD. */
      readonly reason: string;
      /** What there is instead; undefined where it is no JSON. */
      readonly json?: unknown;
      /** Where it differs from the schema first, and how. */
      readonly detail: string;
    };

/** @param path absolute; read as readTextFile does. */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  maxBytes: number,
  schema: Schema,
): Promise<JsonFile<z.output<Schema>>> {
  const file = await readTextFile(path, maxBytes);
  if (!file.ok) return { ...file, detail: '' };
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (error) {
    return { ok: false, reason: NOT_UNDERSTOOD, detail: error instanceof Error ? error.message : '' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: NOT_UNDERSTOOD, json, detail: `${issue?.path.join('.')}: ${issue?.message}` };
}
