// Severity levels of the guide. Used by every process.
import { z } from 'zod';

/** 1 Critical, 2 High, 3 Medium, 4 Low (guide, chapter 3). */
export const SeverityLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type SeverityLevel = z.infer<typeof SeverityLevel>;

export const SEVERITY_LEVELS: readonly SeverityLevel[] = [1, 2, 3, 4];

/** Standard: telephone support in working hours. Premium: 24 x 7 (guide, chapter 2). */
export const SupportPlan = z.enum(['standard', 'premium']);
export type SupportPlan = z.infer<typeof SupportPlan>;
