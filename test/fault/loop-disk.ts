import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, ext4 in a file, whose power can be cut. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string
  /** From now on nothing reaches the disk, and what only memory had is gone: as after a power cut. */
  readonly cutPower: () => void
  /** Mounts it again, its journal replayed, once nobody has a file on it open. */
  readonly startAgain: () => void
  readonly remove: () => void
}

const run = (program: string, ...args: readonly string[]): void => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h): Node has no ioctl. */
const shutdown = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))
`

/** @throws Error with what the system said, where it does not let this user make one */
export const makeLoopDisk = (megabytes = 64): LoopDisk => {
  const place = mkdtempSync(join(tmpdir(), 'proforma-disk-'))
  const image = join(place, 'image')
  const folder = join(place, 'disk')
  mkdirSync(folder)
  const mount = (): void => run('mount', '-o', 'loop', image, folder)
  try {
    run('truncate', '-s', `${megabytes}M`, image)
    run('mkfs.ext4', '-q', image)
    mount()
  } catch (error) {
    rmSync(place, { recursive: true })
    throw error
  }
  return {
    folder,
    cutPower: () => run('python3', '-c', shutdown, folder),
    startAgain: () => {
      run('umount', folder)
      mount()
    },
    remove: () => {
      run('umount', folder)
      rmSync(place, { recursive: true })
    },
  }
}

/** Null where power can be cut here, otherwise why it can't: that is Linux's alone, and root's. */
export const whyNoPowerCut = (): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can'
  if (!['/usr/sbin/mkfs.ext4', '/sbin/mkfs.ext4'].some((path) => existsSync(path))) return 'there is no mkfs.ext4'
  try {
    const disk = makeLoopDisk(16)
    disk.cutPower()
    disk.remove()
    return null
  } catch (error) {
    return error instanceof Error ? error.message.trim() : 'this system does not let it'
  }
}
