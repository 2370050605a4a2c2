import { statfsSync } from 'node:fs'

/** What statfs calls file systems that lie on another machine (linux/magic.h): their locks and flushes cannot be relied on. */
const remote: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
  [0x00c36400, 'Ceph'],
])

/** The kind of file system that a folder lies on, as statfs numbers it. */
export const fileSystemOf = (folder: string): number => statfsSync(folder).type

/** What kind of network drive that is; null for a disk of this machine. */
export const networkDrive = (type: number): string | null => remote.get(type >>> 0) ?? null
