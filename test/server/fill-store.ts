// A second server, as a process of its own: `node fill-store.ts FILE-OR-URL FROM TO` stores the returns FROM to TO, one a push.
import { openPostgres } from '../../src/server/open-postgres.ts'
import { openSqlite } from '../../src/server/open-sqlite.ts'
import { definition, exampleReturn } from './example-return.ts'

const [file = '', from, to] = process.argv.slice(2)
const open = file.startsWith('postgresql:') ? openPostgres : openSqlite
const opened = await open(file, { now: () => new Date(0), newId: () => crypto.randomUUID() })
if (!opened.ok) throw new Error(opened.reason)
await opened.store.publish(definition)
for (let n = Number(from); n <= Number(to); n += 1) {
  const revision = exampleReturn(n)
  await opened.store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
}
await opened.store.close()
