import { DuckDBDataChunk, DuckDBInstance, UTINYINT, VARCHAR } from '@duckdb/node-api'
import type { Columns } from '../../src/tabulation/columns.ts'

/** DuckDB's own size of a chunk. */
const chunkRows = 2048

export interface Counting {
  /** One GROUP BY an item, over everything. */
  readonly oneWay: () => Promise<number>
  /** The same by region. */
  readonly byRegion: () => Promise<number>
  readonly close: () => void
}

/**
 * The same answers in a table of DuckDB's, in memory: as the words that they were given in, or encoded to bytes as ours
 * are, which is as well as DuckDB can be served. Each run gives how many groups it counted.
 */
export const inDuckDb = async (
  { bytes, responses }: Columns,
  as: 'words' | 'bytes',
  word: (byte: number) => string,
): Promise<Counting> => {
  const type = as === 'words' ? VARCHAR : UTINYINT
  const words = Array.from({ length: 256 }, (_, byte) => word(byte))
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const columns = [...bytes]
  const names = columns.map(([id]) => `"${id}"`)
  await connection.run(
    `create table returns (${names.map((name) => `${name} ${as === 'words' ? 'varchar' : 'utinyint'}`).join(', ')})`,
  )
  const appender = await connection.createAppender('returns')
  for (let from = 0; from < responses.length; from += chunkRows) {
    const to = Math.min(from + chunkRows, responses.length)
    const chunk = DuckDBDataChunk.create(
      columns.map(() => type),
      to - from,
    )
    chunk.setColumns(
      columns.map(([, column]) => {
        const part = [...column.subarray(from, to)]
        return as === 'words' ? part.map((byte) => words[byte] as string) : part
      }),
    )
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  const items = names.filter((name) => name !== '"region"')
  const counted = async (query: (item: string) => string): Promise<number> => {
    let groups = 0
    for (const item of items) groups += (await connection.runAndReadAll(query(item))).currentRowCount
    return groups
  }
  return {
    oneWay: () => counted((item) => `select ${item}, count(*) from returns group by ${item}`),
    byRegion: () => counted((item) => `select "region", ${item}, count(*) from returns group by "region", ${item}`),
    close: () => connection.closeSync(),
  }
}
