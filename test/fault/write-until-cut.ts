// `node write-until-cut.ts FILE FROM [NORMAL]`: stores returns from that number on, one a push, and says each number once the
// store has. With NORMAL, the same store waits less for its disk than it should.
import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openSqlite } from '../../src/server/open-sqlite.ts'
import { definition, exampleReturn } from '../server/example-return.ts'

const [file = '', from, level] = process.argv.slice(2)

if (level === 'NORMAL') {
  const asked: Database.Database['pragma'] = Reflect.get(Database.prototype, 'pragma')
  Database.prototype.pragma = function (this: Database.Database, source, options) {
    if (source === 'synchronous') return 2
    return asked.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options)
  }
}

const opened = await openSqlite(file, { now: () => new Date(0), newId: () => crypto.randomUUID() })
if (!opened.ok) throw new Error(opened.reason)
await opened.store.publish(definition)
for (let n = Number(from); ; n += 1) {
  const revision = exampleReturn(n)
  await opened.store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
  writeSync(1, `${n}\n`)
}
