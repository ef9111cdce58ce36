// Which logs support reads for which problem, as data that a support engineer can edit. Used by every process.
import { z } from 'zod';
import { ProblemArea } from '../schema/problem-area.ts';

/**
 * Base names of logs: whole names without regard to case and without rolled suffix and ending, so that CVMA is not
 * CVMAnything.
 */
export const LogAreas = z.object({
  /** Read whatever the problem is. */
  any: z.array(z.string()),
  /** An area without a list has none of its own. */
  byArea: z.partialRecord(ProblemArea, z.array(z.string())),
});
export type LogAreas = z.infer<typeof LogAreas>;

const DATABASE_LOGS = ['clBackup', 'clRestore', 'JobManager'];

/** From vendor documentation of version 11; names of older versions beside them. */
export const defaultLogAreas: LogAreas = {
  any: [
    'CVD',
    'EvMgrS',
    'EvMgrC',
    'JobManager',
    'AppMgrService',
    'ApplicationMgr',
    'ClMgrS',
    'cvfwd',
    'cvlaunchd',
  ],
  byArea: {
    backup: [
      'clBackup',
      'FileScan',
      'ArchMgr',
      'JobManager',
      'MediaManager',
      'CVMA',
      'CreateIndex',
      'archiveIndex',
      'UpdateIndex',
      'CVVSS',
    ],
    recovery: [
      'clRestore',
      'JobManager',
      'EvMgrS',
      'CVMA',
      'IndexingService',
      'IndexCacheServer',
      'archiveIndex',
    ],
    'commserve-down': [
      'EvMgrS',
      'AppMgrService',
      'JobManager',
      'MediaManager',
      'CVD',
      'commserveDR',
      'CvInstallMgr',
    ],
    'tape-library': ['MediaManager', 'LibraryServer', 'CVMA', 'CVD', 'CVMountd'],
    deduplication: [
      'SIDBEngine',
      'SIDBPrune',
      'SIDBPhysicalDeletes',
      'DDBRecovery',
      'MediaManagerPrune',
      'DataAging',
      'clBackup',
    ],
    'auxiliary-copy': [
      'AuxCopyMgr',
      'Auxcopy',
      'CVJobReplicator',
      'CVJobReplicatorODS',
      'DataVerf',
      'ArchMgr',
    ],
    index: [
      'CreateIndex',
      'UpdateIndex',
      'archiveIndex',
      'IndexCacheServer',
      'IndexCacheCleanup',
      'IndexingService',
    ],
    installation: ['Install', 'AutoInstall', 'CvInstallClient', 'CVSIMFreshInstall', 'CvInstallMgr'],
    'virtual-machine': ['vsbkp', 'vsdiscovery', 'vsrst', 'CVD'],
    oracle: ['ClOraAgent', 'OraObject', 'OraBrowse', 'sbtio', ...DATABASE_LOGS],
    'sql-server': ['SQLBackup', 'SQLRestore', 'SQLiDA', 'ERRORLOG', ...DATABASE_LOGS],
    exchange: ['ClExDB', 'ExchangeDBBackup', 'ExBackup', 'PSTMigrator', ...DATABASE_LOGS],
    database: ['PostGres', 'MySql', 'Db2', 'ClHANAAgent', 'ClSybAgent', 'InformixAgent', ...DATABASE_LOGS],
    nas: ['NasBackup', 'NdmpRemoteServer', 'NasCreateIndex'],
    performance: ['CVPerfMgr', 'PerformanceMetrics'],
  },
};
