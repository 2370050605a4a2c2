import type { webcrypto } from 'node:crypto'
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Kysely } from 'kysely'
import { readBox, sealContext, type SealedRevision, sealInfo, unpadded } from '../protocol/sealed-return.ts'
import { parseJson } from '../survey/json.ts'
import { note } from './access/audit.ts'
import { nameOf, type Who } from './access/who.ts'
import type { Dialect } from './dialect.ts'
import { takeCounter } from './take-counter.ts'
import type { Tables } from './tables.ts'

/** The organisation's key: tablets seal to its public half, and this server holds the other. */
export interface Sealing {
  /** The newest, base64: tablets are given it each time they fetch. */
  readonly sealTo: () => Promise<string>
  /** What a box holds; null where it was sealed to another key, or it or what stands beside it was changed since. */
  readonly open: (revision: SealedRevision) => Promise<unknown>
  /** Makes a new one, which tablets seal to from then on. Those before still open what was sealed to them. */
  readonly makeNew: (who: Who, why: string) => Promise<void>
  /** When the newest was made (ISO 8601, UTC), and how many there are. */
  readonly about: () => Promise<{ readonly madeAt: string; readonly keys: number }>
}

/** Keys that returns are sealed to: the newest is handed out, and every one opens what was sealed to it. */
export interface SealingKeyRow {
  /** Both base64: a point of P-256, uncompressed, and its number. */
  readonly public: string
  readonly private: string
  readonly made_at: string
}

/** Makes the table of the organisation's keys, and marks which returns came sealed. */
export const addSealing = async (db: Kysely<Tables>, { finish }: Dialect): Promise<void> => {
  await finish(
    db.schema
      .createTable('sealing_key')
      .addColumn('public', 'text', (column) => column.primaryKey())
      .addColumn('private', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull()),
  ).execute()
  await db.schema
    .alterTable('revision')
    .addColumn('sealed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}

const newSuite = (): CipherSuite =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })

/** Reads the keys, and makes the first where there is none. Of two servers starting at once both end with the same. */
export const sealingOf = async (db: Kysely<Tables>, now: () => Date): Promise<Sealing> => {
  const suite = newSuite()
  const rows = async () => db.selectFrom('sealing_key').selectAll().orderBy('made_at').orderBy('public').execute()
  if ((await rows()).length === 0) {
    const fresh = await newKey(suite, now)
    await db.transaction().execute(async (transaction) => {
      // The counter's row first, as every writer does: the other server waits, and finds this key.
      await transaction.updateTable('counter').set({ name: 'revision' }).where('name', '=', 'revision').execute()
      const there = await transaction.selectFrom('sealing_key').select('public').executeTakeFirst()
      if (there === undefined) await transaction.insertInto('sealing_key').values(fresh).execute()
    })
  }
  const read = async () =>
    Promise.all(
      (await rows()).map(async (row) => ({
        publicKey: Buffer.from(row.public, 'base64'),
        privateKey: await suite.kem.deserializePrivateKey(Buffer.from(row.private, 'base64')),
      })),
    )
  let keys = await read()
  const openWith = async (known: typeof keys, revision: SealedRevision) => {
    const bytes = Buffer.from(revision.sealed.box, 'base64')
    for (const { publicKey, privateKey } of known) {
      const box = readBox(publicKey, bytes)
      if (box !== null) return { content: await opened(suite, privateKey, box, revision) }
    }
    return null
  }
  return {
    sealTo: async () => (await rows()).at(-1)?.public ?? '',
    about: async () => {
      const all = await rows()
      return { madeAt: all.at(-1)?.made_at ?? '', keys: all.length }
    },
    open: async (revision) => {
      const found = await openWith(keys, revision)
      if (found !== null) return found.content
      // Another server on the same database may have made a key since.
      keys = await read()
      return (await openWith(keys, revision))?.content ?? null
    },
    makeNew: async (who, why) => {
      const fresh = await newKey(suite, now)
      await db.transaction().execute(async (transaction) => {
        await takeCounter(transaction)
        const last = await transaction
          .selectFrom('sealing_key')
          .select((row) => row.fn.max('made_at').as('at'))
          .executeTakeFirstOrThrow()
        // The newest by its time, whatever became of the clock.
        const after = new Date(Math.max(Date.parse(fresh.made_at), Date.parse(last.at) + 1)).toISOString()
        await transaction
          .insertInto('sealing_key')
          .values({ ...fresh, made_at: after })
          .execute()
        await note(transaction, {
          at: now().toISOString(),
          who: nameOf(who),
          what: 'sealing-key-made',
          about: after,
          why,
        })
      })
      keys = await read()
    },
  }
}

const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64')

const newKey = async (suite: CipherSuite, now: () => Date): Promise<SealingKeyRow> => {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair()
  return {
    public: base64(await suite.kem.serializePublicKey(publicKey)),
    private: base64(await suite.kem.serializePrivateKey(privateKey)),
    made_at: now().toISOString(),
  }
}

const opened = async (
  suite: CipherSuite,
  privateKey: webcrypto.CryptoKey,
  { enclosed, text }: NonNullable<ReturnType<typeof readBox>>,
  revision: SealedRevision,
): Promise<unknown> => {
  const utf8 = new TextEncoder()
  try {
    const bytes = await suite.open(
      { recipientKey: privateKey, enc: enclosed, info: utf8.encode(sealInfo) },
      text,
      utf8.encode(sealContext(revision, revision.sealed.photos)),
    )
    const content = unpadded(new Uint8Array(bytes))
    const parsed = content === null ? null : parseJson(new TextDecoder('utf-8', { fatal: true }).decode(content))
    return parsed?.ok === true ? parsed.value : null
  } catch {
    return null
  }
}
