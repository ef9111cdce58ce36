// The names of all messages between window and main process. No zod here: the preload bundles this file.

/** Calls from the window, each answered with a Result. */
export const CHANNELS = [
  'app:start',
  'app:machine',
  'settings:save',
  'support:clock',
  'files:pick',
  'screenshot:sources',
  'screenshot:capture',
  'screenshot:save',
  'drafts:keep',
  'drafts:list',
  'drafts:open',
  'drafts:remove',
  'case:plan',
  'logs:survey',
  'logs:trouble',
  'case:prepare',
  'case:deliver',
  'case:cancel',
  'draft:view',
  'draft:keywords',
  'draft:release',
  'draft:discard',
  'packet:show',
  'packets:list',
  'packets:check',
  'packets:show',
  'window:minimize',
  'about:info',
  'about:update',
  'about:licences',
  'about:attach-log',
  'about:save-log',
  'email:save',
  'email:open',
  'email:show',
  'request:save',
  'sending:targets',
  'sending:save-target',
  'sending:remove-target',
  'sending:start',
  'sending:cancel',
  'sending:trust',
  'sending:space',
  'sending:unfinished',
  'sending:forget',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What main sends unasked: progress of work, and what was chosen in the application's menu. */
export const PROGRESS_CHANNEL = 'case:progress';
export const COMMAND_CHANNEL = 'app:command';
export type WindowCommand = 'new-case' | 'all-cases';
