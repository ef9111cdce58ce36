// The flags that every open of a file needs whose name others can guess or reach. Runs in every process that opens files.
import { constants } from 'node:fs';

/**
 * Not through a link in its place, and not waiting for the other end of a pipe. Windows has neither flag; there libuv opens
 * with FILE_SHARE_READ | WRITE | DELETE.
 */
export const SAFELY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
