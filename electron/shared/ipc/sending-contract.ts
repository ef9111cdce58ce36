// The part of the contract about sending saved packets. Packets are named by their hash, targets by their name, folders
// and files by ids. Used by main process and window.
import { z } from 'zod';
import { SendOrder, Sent, Targets, TypedTarget, UnfinishedDelivery } from '../schema/sending.ts';

export const sendingContract = {
  'sending:targets': { args: z.tuple([]), value: Targets },
  /** Adds a target, or puts it in the place of another; answers the new list. */
  'sending:save-target': { args: z.tuple([TypedTarget]), value: Targets },
  'sending:remove-target': { args: z.tuple([z.string()]), value: Targets },
  /** Resolves when the packet has arrived or did not; `sending:cancel` ends it. One at a time. */
  'sending:start': { args: z.tuple([SendOrder]), value: Sent },
  'sending:cancel': { args: z.tuple([]), value: z.null() },
  /** The user compared the fingerprint of the server that the last delivery met for the first time. */
  'sending:trust': { args: z.tuple([z.object({ fingerprint: z.string() })]), value: z.null() },
  /** Bytes free in a folder that was picked; null where the system does not say. */
  'sending:space': { args: z.tuple([z.uuid()]), value: z.number().nullable() },
  'sending:unfinished': { args: z.tuple([]), value: z.array(UnfinishedDelivery) },
  /** Gives an unfinished delivery up. */
  'sending:forget': {
    args: z.tuple([z.object({ sha256: z.string(), target: z.string() })]),
    value: z.null(),
  },
} as const;
