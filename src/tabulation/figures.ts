import { type Figure, type Table, type TableRow } from './table.ts'

/** What stands beside the answers in a row. No code can have these ids: a code is a name or a number. */
export const besideAnswers = {
  nonResponse: '(non-response)',
  notAsked: '(not asked)',
  notInVersion: '(not in version)',
  base: '(base)',
} as const

/** The parts of a row that add up to its base, in order: the answers, then what is no answer. */
export const partsOf = <F extends Figure>(table: Pick<Table<F>, 'columns'>): readonly string[] => [
  ...table.columns.map(({ id }) => id),
  besideAnswers.nonResponse,
  besideAnswers.notAsked,
  besideAnswers.notInVersion,
]

/** One figure of a row, by its id. */
export const figureOf = <F extends Figure>(row: TableRow<F>, id: string): F | 0 => {
  switch (id) {
    case besideAnswers.nonResponse:
      return row.nonResponse
    case besideAnswers.notAsked:
      return row.notAsked
    case besideAnswers.notInVersion:
      return row.notInVersion
    case besideAnswers.base:
      return row.base
    default:
      return row.cells[id] ?? 0
  }
}

/** A row with each of its figures changed, by id. What is told of non-response besides is left to the caller. */
export const withFigures = <F extends Figure, G extends Figure>(
  row: TableRow<F>,
  parts: Pick<TableRow<G>, 'refused' | 'dontKnow'>,
  change: (figure: F, id: string) => G,
): TableRow<G> => ({
  ...row,
  ...parts,
  cells: Object.fromEntries(Object.entries(row.cells).map(([id, figure]) => [id, change(figure, id)])),
  nonResponse: change(row.nonResponse, besideAnswers.nonResponse),
  notAsked: change(row.notAsked, besideAnswers.notAsked),
  notInVersion: change(row.notInVersion, besideAnswers.notInVersion),
  base: change(row.base, besideAnswers.base),
})
