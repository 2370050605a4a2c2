import type Database from 'better-sqlite3'

/** What the database in use knows of who was let in no longer; a backup made before knows nothing of it. */
export interface LastAccess {
  readonly devices: readonly { readonly id: string; readonly ended: string; readonly ended_at: string }[]
  readonly accounts: readonly {
    readonly id: string
    readonly password: string | null
    readonly stopped_at: string | null
  }[]
  /** Links and codes that were used or taken back. */
  readonly invitations: readonly { readonly hash: string; readonly used_at: string }[]
  readonly enrolments: readonly { readonly id: string; readonly used_at: string }[]
}

export const noAccess: LastAccess = { devices: [], accounts: [], invitations: [], enrolments: [] }

/** Reads it by `rowsOf`, which answers none for a table that is not there. */
export const lastAccess = (rowsOf: (query: string) => readonly unknown[]): LastAccess => ({
  devices: rowsOf('select id, ended, ended_at from device where ended is not null') as LastAccess['devices'],
  accounts: rowsOf('select id, password, stopped_at from account') as LastAccess['accounts'],
  invitations: rowsOf('select hash, used_at from invitation where used_at is not null') as LastAccess['invitations'],
  enrolments: rowsOf('select id, used_at from enrolment where used_at is not null') as LastAccess['enrolments'],
})

/**
 * A restored database lets nobody in again: tablets that were revoked stay so, accounts keep their latest password and
 * stay stopped, a link is used once, and everyone signs in anew. One owner is always left: where the backup knows no
 * other, an owner stopped since is not stopped.
 */
export const keepOut = (raw: Database.Database, { devices, accounts, invitations, enrolments }: LastAccess): void => {
  raw.exec('delete from session')
  const end = raw.prepare('update device set ended = ?, ended_at = ? where id = ?')
  for (const { id, ended, ended_at } of devices) end.run(ended, ended_at, id)
  const change = raw.prepare('update account set password = ?, stopped_at = ? where id = ?')
  for (const { id, password, stopped_at } of accounts) {
    const left = raw.prepare('select 1 from account where owner = 1 and stopped_at is null and id <> ?').get(id)
    const isOwner = raw.prepare('select 1 from account where owner = 1 and id = ?').get(id) !== undefined
    change.run(password, isOwner && left === undefined ? null : stopped_at, id)
  }
  const useInvitation = raw.prepare('update invitation set used_at = ? where hash = ?')
  for (const { hash, used_at } of invitations) useInvitation.run(used_at, hash)
  const useEnrolment = raw.prepare('update enrolment set used_at = ? where id = ?')
  for (const { id, used_at } of enrolments) useEnrolment.run(used_at, id)
}
