// What the about box shows and what can be asked there. Used by main process and window.
import { z } from 'zod';
import { EffectivePolicy } from './effective-policy.ts';

export const AboutInfo = z.object({
  version: z.string(),
  /** Of what the program is made with: Electron, Chromium, Node. */
  parts: z.array(z.object({ name: z.string(), version: z.string() })),
  policy: EffectivePolicy,
  /** The licences lie beside the installed program; a development tree has none. */
  hasLicences: z.boolean(),
});
export type AboutInfo = z.infer<typeof AboutInfo>;

/** What came of looking for a newer version. */
export const UpdateAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-configured') }),
  /** No answer, or one that is none; `reason` is a code. */
  z.object({ state: z.literal('unreachable'), reason: z.string() }),
  /** The note is not signed with the policy's key: whoever wrote it, it is not believed. */
  z.object({ state: z.literal('not-signed') }),
  z.object({ state: z.literal('newest') }),
  z.object({ state: z.literal('newer'), version: z.string(), changes: z.array(z.string()) }),
]);
export type UpdateAnswer = z.infer<typeof UpdateAnswer>;
