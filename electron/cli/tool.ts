// The program's name and version, as packets and --version say them; the bundler writes them in. Runs in the command
// line's process.
import { name, version } from '../../package.json';

export const tool = { name, version } as const;
