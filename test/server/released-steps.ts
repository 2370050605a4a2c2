/*
 * What each step of the migrations made when it was released, as it lies on disks: never edited, and a step that ships is added.
 * Written for SQLite, but that its tables are STRICT there; PostgreSQL has `bytea` where it says `blob`.
 */
export const releasedSteps: readonly (readonly string[])[] = [
  [
    'create table "installation" ("only" integer primary key check ("only" = 1), "server" text not null, "epoch" text not null, "made_at" text not null)',
    'create table "counter" ("name" text primary key, "value" integer not null check (value >= 0))',
    'create table "version" ("id" text primary key, "survey" text not null, "number" integer not null, "published_at" text not null, "definition" text not null, constraint "version_survey_number" unique ("survey", "number"))',
    'create table "revision" ("seq" integer primary key, "id" text not null unique, "response" text not null, "version" text not null references "version" ("id"), "device" text not null, "device_sequence" integer not null, "sha256" text not null, "received_at" text not null, "characters" integer not null, "content" text not null, constraint "revision_device_sequence" unique ("device", "device_sequence"))',
    'create table "quarantine" ("sha256" text primary key, "reason" text not null, "times" integer not null, "first_at" text not null, "last_at" text not null, "characters" integer not null, "raw" text not null)',
  ],
  [
    'create table "standing" ("seq" integer primary key, "id" text not null unique, "survey" text not null, "version" text not null references "version" ("id"), "state" text not null, "device" text, "decided_at" text not null, "received_at" text not null)',
  ],
  [
    'create table "erasure" ("seq" integer primary key, "response" text not null unique, "survey" text not null, "reason" text not null, "device" text not null, "asked_at" text not null, "received_at" text not null)',
    'create table "erased_revision" ("id" text primary key, "response" text not null references "erasure" ("response"), "device" text not null, "device_sequence" integer not null)',
    'create index "revision_response" on "revision" ("response")',
  ],
  [
    'create table "attachment" ("sha256" text primary key, "type" text, "total" integer, "received" integer not null, "touched_at" text not null, "complete_at" text)',
    'create table "attachment_use" ("response" text not null, "sha256" text not null references "attachment" ("sha256"), constraint "attachment_use_key" primary key ("response", "sha256"))',
    'create index "attachment_use_sha256" on "attachment_use" ("sha256")',
    'create table "attachment_part" ("sha256" text not null references "attachment" ("sha256"), "start" integer not null, "bytes" blob not null, constraint "attachment_part_key" primary key ("sha256", "start"))',
  ],
  [
    'create table "device_report" ("device" text primary key, "sequence" integer not null, "reported_at" text not null, "wiped_at" text, "wiped_returns" integer, "wiped_drafts" integer)',
  ],
  [
    'create table "account" ("id" text primary key, "email" text not null unique, "name" text not null, "owner" integer not null, "password" text, "made_at" text not null, "stopped_at" text)',
    'create table "account_role" ("account" text not null references "account" ("id"), "survey" text not null, "role" text not null, "single_answers" integer not null, constraint "account_role_key" primary key ("account", "survey"))',
    'create table "session" ("hash" text primary key, "id" text not null unique, "account" text not null references "account" ("id"), "made_at" text not null, "seen_at" text not null, "agent" text not null)',
    'create table "invitation" ("hash" text primary key, "id" text not null unique, "owner" integer not null, "email" text, "roles" text not null, "made_by" text not null, "made_at" text not null, "expires_at" text not null, "used_at" text)',
    'create table "device" ("id" text primary key, "name" text not null, "key" text not null, "surveys" text not null, "made_by" text not null, "made_at" text not null, "seen_at" text not null, "ended_at" text, "ended" text)',
    'create table "enrolment" ("id" text primary key, "hash" text not null unique, "code" text not null unique, "name" text not null, "surveys" text not null, "made_by" text not null, "made_at" text not null, "expires_at" text not null, "used_at" text)',
    'create table "audit" ("seq" integer primary key, "at" text not null, "who" text not null, "what" text not null, "about" text not null, "why" text not null, "before" text not null, "hash" text not null)',
  ],
  [
    'create table "population" ("survey" text primary key, "closes" text, "may_amend" integer not null, "draw" text)',
    'create table "recipient" ("id" text primary key, "survey" text not null references "population" ("survey"), "position" integer not null, "unit" text not null, "name" text not null, "contact" text not null, "email" text not null, "language" text not null, "strata" text not null, "asked" integer not null, constraint "recipient_survey_unit" unique ("survey", "unit"))',
    'create table "recipient_event" ("recipient" text not null references "recipient" ("id"), "number" integer not null, "kind" text not null, "at" text not null, "detail" text not null, constraint "recipient_event_key" primary key ("recipient", "number"))',
    'create table "recipient_link" ("sha256" text primary key, "recipient" text not null references "recipient" ("id"), "made_at" text not null, "ended_at" text)',
    'create index "recipient_link_recipient" on "recipient_link" ("recipient")',
    'create table "recipient_draft" ("recipient" text primary key references "recipient" ("id"), "number" integer not null, "saved_at" text not null, "content" text not null)',
    'create table "recipient_return" ("response" text primary key, "recipient" text not null references "recipient" ("id"), "way" text not null, "noted_at" text not null)',
    'create index "recipient_return_recipient" on "recipient_return" ("recipient")',
  ],
  [
    'alter table "quarantine" add column "device" text',
    'alter table "quarantine" add column "revision" text',
    'alter table "quarantine" add column "rejected_at" text',
    'alter table "quarantine" add column "rejected_because" text',
    'create index "quarantine_device" on "quarantine" ("device")',
  ],
  [
    'create table "sealing_key" ("public" text primary key, "private" text not null, "made_at" text not null)',
    'alter table "revision" add column "sealed" integer default 0 not null',
  ],
  [
    'create table "second_step" ("account" text primary key references "account" ("id"), "secret" text not null, "confirmed_at" text, "used_period" integer not null)',
    'create table "recovery_code" ("hash" text primary key, "account" text not null references "account" ("id"))',
  ],
  [
    'alter table "population" add column "most_each" integer default 1 not null',
    'alter table "recipient" add column "most_returns" integer',
  ],
  [
    'create table "outside_account" ("issuer" text not null, "subject" text not null, "account" text not null unique references "account" ("id"), constraint "outside_account_key" primary key ("issuer", "subject"))',
    'create table "outside_flow" ("hash" text primary key, "state" text not null, "nonce" text not null, "verifier" text not null, "expires_at" text not null)',
  ],
  [
    'create table "retention" ("survey" text primary key, "months" integer not null, "decided_at" text not null, "done_before" text)',
    'alter table "quarantine" add column "survey" text',
  ],
]

export type Engine = 'SQLite' | 'PostgreSQL'

type Row = { readonly [column: string]: string | number | null }

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)

/** A statement that adds a row, the same on every database. */
export const rowAdded = (table: string, row: Row): string =>
  `insert into "${table}" (${Object.keys(row)
    .map((column) => `"${column}"`)
    .join(', ')}) values (${Object.values(row).map(literal).join(', ')})`

/** The statements that make a database as the release with that step left it, before anything was kept in it. */
export const releasedAt = (step: number, engine: Engine): readonly string[] => {
  const made = ['create table "schema_step" ("number" integer primary key)', ...releasedSteps.slice(0, step).flat()]
  const own = made.map((statement) => {
    if (!statement.startsWith('create table')) return statement
    return engine === 'SQLite' ? `${statement} strict` : statement.replace('" blob ', '" bytea ')
  })
  const numbers = Array.from({ length: step + 1 }, (_, number) => rowAdded('schema_step', { number }))
  return [...own, ...numbers]
}
