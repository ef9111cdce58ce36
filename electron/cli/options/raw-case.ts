// A case as options and case file give it, before any value is parsed. Runs in the command line's process.
import type { PolicyDefaults } from '#shared/schema/policy-file.ts';
import type { Given } from './given.ts';
import { flagOf, LIST_OPTIONS, type ListOption, SINGLE_OPTIONS, type SingleOption } from './option-list.ts';

export type RawCase = { readonly [Name in SingleOption]?: Given } & {
  readonly [Name in ListOption]?: readonly Given[];
};

/** What commander hands over: text, lists of text for repeatable options, true for switches. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** @param baseFolder where relative paths start */
export function rawCaseFromOptions(values: OptionValues, baseFolder: string): RawCase {
  const given = (name: SingleOption | ListOption, text: string): Given => ({
    text,
    label: flagOf(name),
    baseFolder,
  });
  const singles = SINGLE_OPTIONS.map((name) => {
    const text = values[name];
    return typeof text === 'string' ? [[name, given(name, text)]] : [];
  });
  const lists = LIST_OPTIONS.map((name) => {
    const texts = values[name];
    return Array.isArray(texts) ? [[name, texts.map((text: string) => given(name, text))]] : [];
  });
  return Object.fromEntries([...singles, ...lists].flat());
}

/** What the machine's policy presets; problems with it are told by its place there. */
export function rawCaseFromPolicy(defaults: PolicyDefaults): RawCase {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, text]) => [
      name,
      { text, label: `policy: defaults.${name}`, baseFolder: '/' },
    ]),
  );
}

/** Single options override the case file; a list given by options replaces the file's list. */
export function mergeRawCases(fromFile: RawCase, fromOptions: RawCase): RawCase {
  // The description may come in two ways: either way of the options overrides the file's.
  const { description, ...rest } = fromFile;
  const overridden = fromOptions.descriptionFile !== undefined || description === undefined;
  return { ...rest, ...(overridden ? {} : { description }), ...fromOptions };
}
