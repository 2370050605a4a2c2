import Database from 'better-sqlite3'
import { canonicalJson } from '../../src/survey/canonical-json.ts'
import type { Json } from '../../src/survey/json.ts'
import { publish, type Version } from '../../src/survey/version.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'

/** The tables as the first release made them. Never edited: it is what lies on disks. */
const tables = `
CREATE TABLE "schema_step" ("number" integer primary key) strict;
CREATE TABLE "installation" ("only" integer primary key check (only = 1), "server" text not null, "epoch" text not null, "made_at" text not null) strict;
CREATE TABLE "counter" ("name" text primary key, "value" integer not null check (value >= 0)) strict;
CREATE TABLE "version" ("id" text primary key, "survey" text not null, "number" integer not null, "published_at" text not null, "definition" text not null, constraint "version_survey_number" unique ("survey", "number")) strict;
CREATE TABLE "revision" ("seq" integer primary key, "id" text not null unique, "response" text not null, "version" text not null references "version" ("id"), "device" text not null, "device_sequence" integer not null, "sha256" text not null, "received_at" text not null, "characters" integer not null, "content" text not null, constraint "revision_device_sequence" unique ("device", "device_sequence")) strict;
CREATE TABLE "quarantine" ("sha256" text primary key, "reason" text not null, "times" integer not null, "first_at" text not null, "last_at" text not null, "characters" integer not null, "raw" text not null) strict;
INSERT INTO schema_step VALUES (0), (1);
INSERT INTO counter VALUES ('revision', 1);
PRAGMA application_id = 1347571526;
PRAGMA journal_mode = WAL;
`

/** The same tables as the first release made them on PostgreSQL. */
export const tablesOnPostgres = tables
  .replaceAll(/^PRAGMA.*$/gm, '')
  .replaceAll(') strict;', ');')
  .replace('check (only', 'check ("only"')

/** Writes a database as the first release left it: two versions of one survey, one return. */
export const writeStep1Database = (file: string): readonly Version[] => {
  const first = publish(definition, null, new Date(0))
  const second = publish({ ...definition, title: 'Home visits' }, first, new Date(0))
  const revision = exampleReturn(1)
  const content = canonicalJson(revision as unknown as Json)
  const raw = new Database(file).exec(tables)
  raw.prepare("insert into installation values (1, ?, ?, '2026-11-01')").run(uuid(0xa), uuid(0xb))
  for (const { id, survey, number, publishedAt, definition: each } of [first, second])
    raw.prepare('insert into version values (?, ?, ?, ?, ?)').run(id, survey, number, publishedAt, JSON.stringify(each))
  const { id, response, version, device, deviceSequence, sha256 } = revision
  raw
    .prepare('insert into revision values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, response, version, device, deviceSequence, sha256, '2026-11-02', content.length, content)
  raw.close()
  return [first, second]
}
