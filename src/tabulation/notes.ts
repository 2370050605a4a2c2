import type { Variable, VariableGroup } from '../survey/codebook.ts'
import type { CodedColumn } from './coded-rows.ts'
import type { Columns } from './columns.ts'
import { unlistedColumn } from './row.ts'
import type { TableRow } from './table.ts'

/** What a reader of a table must know, each a sentence; nothing where there is nothing to tell. */
export const notesOn = (
  columns: Columns,
  group: VariableGroup,
  variables: readonly Variable[],
  rows: readonly TableRow[],
  coded: readonly CodedColumn[],
  uncoded: number,
): readonly string[] => [
  ...(coded.length > 0
    ? ['* Open-ended responses, sorted into themes. A form that does not mention the theme is under Non-response.']
    : []),
  ...coded.flatMap(({ theme, clashes }) =>
    clashes > 0
      ? [
          `${some(clashes, 'form says', 'forms say')} different things for “${theme.label}”: the first answer is counted.`,
        ]
      : [],
  ),
  ...(uncoded > 0 ? [`${some(uncoded, 'open-ended answer is', 'open-ended answers are')} not coded yet.`] : []),
  ...partsOfNonResponse(group, rows),
  ...unlisted(columns, group, rows),
  ...(rows.some(({ notAsked }) => notAsked > 0)
    ? ['Not asked: an earlier answer made the question needless, or the interviewer left it out.']
    : []),
  ...(rows.some(({ notInVersion }) => notInVersion > 0)
    ? ['Not in version: the version of the survey that was filled in did not have this.']
    : []),
  ...differences(columns, variables),
]

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** A tick-all is refused as a whole, so its rows repeat one refusal; the rows of a grid are refused each for itself. */
const partsOfNonResponse = (group: VariableGroup, rows: readonly TableRow[]): readonly string[] => {
  const total = (counts: readonly number[]): number =>
    group.kind === 'tick' ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0)
  const refused = total(rows.map((row) => row.refused))
  const dontKnow = total(rows.map((row) => row.dontKnow))
  const parts = [
    ...(refused > 0 ? [`${refused} × would rather not say`] : []),
    ...(dontKnow > 0 ? [`${dontKnow} × did not know`] : []),
  ]
  return parts.length > 0 ? [`Non-response includes ${parts.join(' and ')}.`] : []
}

const unlisted = (columns: Columns, group: VariableGroup, rows: readonly TableRow[]): readonly string[] => {
  const answers = rows.reduce((sum, { cells }) => sum + (cells[unlistedColumn.id] ?? 0), 0)
  const forms = columns.unlistedTicks.get(group.id)?.reduce((sum, one) => sum + one, 0) ?? 0
  return [
    ...(answers > 0
      ? [
          `${some(answers, 'answer is', 'answers are')} on no list of answers: see the column “${unlistedColumn.label}”.`,
        ]
      : []),
    ...(forms > 0
      ? [`${some(forms, 'form has', 'forms have')} a tick for something that is on no list of answers.`]
      : []),
  ]
}

/** Where counted versions differ in a way that a reader of the merged table should know. */
const differences = ({ codebook, versions }: Columns, variables: readonly Variable[]): readonly string[] => {
  const notes = codebook.versions
    .filter(({ label }) => versions.includes(label))
    .flatMap((version) =>
      variables.flatMap((variable) => {
        const then = version.variables.get(variable.id)
        if (then === undefined) return [`“${variable.label}” was not asked in ${version.label}.`]
        const offered = new Set(then.codes.map(({ value }) => String(value)))
        return [
          ...(then.label === variable.label ? [] : [`“${variable.label}” was “${then.label}” in ${version.label}.`]),
          ...variable.codes
            .filter(({ value }) => !offered.has(String(value)))
            .map(({ label }) => `“${label}” was not offered in ${version.label}.`),
        ]
      }),
    )
  return [...new Set(notes)]
}
