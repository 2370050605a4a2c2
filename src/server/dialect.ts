import type { CreateTableBuilder } from 'kysely'

/** What differs between databases when tables are made. */
export interface Dialect {
  /** SQLite checks types only in a STRICT table. */
  readonly finish: <T extends string>(table: CreateTableBuilder<T>) => CreateTableBuilder<T>
  /** What bytes are called. */
  readonly blob: 'blob' | 'bytea'
}
