// The catalogue of a language: typed objects, so that a missing key or parameter does not compile. Used at the edges.
import type { Language } from '../schema/settings.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

export type Texts = typeof zh;

/** All texts of one language. */
export function texts(language: Language): Texts {
  return language === 'zh' ? zh : en;
}
