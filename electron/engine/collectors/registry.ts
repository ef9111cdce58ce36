// The list of collectors, in the order they run: facts first, since later ones build on them. One line each.
import type { Collector } from './collector.ts';
import { commvaultIncident } from './commvault/commvault-incident.ts';
import { commvaultInstallLogs } from './commvault/commvault-install-logs.ts';
import { commvaultInstances } from './commvault/commvault-instances.ts';
import { commvaultJobResults } from './commvault/commvault-job-results.ts';
import { commvaultLogs } from './commvault/commvault-logs.ts';
import { databaseVersions } from './database/database-versions.ts';
import { hardwareSummary } from './system/hardware-summary.ts';
import { osRelease } from './system/os-release.ts';
import { systemLogs } from './system/system-logs.ts';
import { tapeLibrary } from './tape/tape-library.ts';
import { userAttachments, userScreenshots } from './user/user-files.ts';

export const collectors: readonly Collector[] = [
  osRelease,
  hardwareSummary,
  commvaultInstances,
  commvaultLogs,
  commvaultInstallLogs,
  commvaultJobResults,
  commvaultIncident,
  databaseVersions,
  tapeLibrary,
  systemLogs,
  userScreenshots,
  userAttachments,
];
