import { type Answers, answerTo } from '../response/answers.ts'
import { currentReturns, type Returned } from '../response/current.ts'
import type { ResponseId, RevisionId } from '../response/revision.ts'
import { statusOf } from '../response/status.ts'
import type { Variable } from '../survey/codebook.ts'
import { isList, type Json } from '../survey/json.ts'
import { byteOfStatus, isAnswer, mostCodes, reserved, tickBytes } from './bytes.ts'
import { dayNumber } from './day-number.ts'
import { type KnownVersion, type MergedCodebook, mergeVersions } from './merge-versions.ts'

/** Every response, once, as one byte array a variable: what tables are counted from. */
export interface Columns {
  readonly codebook: MergedCodebook
  /** Which response each place of a column is. */
  readonly responses: readonly ResponseId[]
  /** Which of its revisions was counted. */
  readonly revisions: readonly RevisionId[]
  /** By variable id: see `bytes.ts` for what a byte says. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  /** By the id of a variable that is answered with a number or a date: the number, or the day since 1970; NaN elsewhere. */
  readonly numbers: ReadonlyMap<string, Float64Array>
  /** By the question of a tick-all: 1 where a response ticked something that no version has a box for. */
  readonly unlistedTicks: ReadonlyMap<string, Uint8Array>
  /** The version that each response answers, as its place among those of the codebook. */
  readonly answered: Uint16Array
  /** The versions that were answered, as named beside a table, oldest first. */
  readonly versions: readonly string[]
  /** Where a place is not a form but an entry of a repeated group: what one is called, and in how many returned forms. */
  readonly entries?: { readonly each: string; readonly forms: number }
}

export type Encoded = { readonly ok: true; readonly columns: Columns } | { readonly ok: false; readonly reason: string }

/**
 * Encodes returns, in the order of arrival; an amended response is counted once, as it last stood. Why an item is
 * empty is read from the stored statuses, never worked out again.
 *
 * @param versions all the versions of the survey that may have been answered, oldest first
 * Refused where a return answers a version that is not among them, and where a question has too many answers to tell.
 */
export const encodeColumns = (versions: readonly KnownVersion[], returns: readonly Returned[]): Encoded => {
  const codebook = mergeVersions(versions)
  const current = currentReturns(returns)
  const asked = new Map(codebook.versions.map(({ id, variables }) => [id, variables]))
  const unread = current.filter(({ version }) => !asked.has(version)).length
  if (unread > 0) return refused(`${unread} of ${current.length} returns answer a version that is not here.`)
  const wide = codebook.variables.find(({ codes }) => codes.length > mostCodes)
  if (wide)
    return refused(
      `“${wide.label}” has ${wide.codes.length} answers over its versions; at most ${mostCodes} can be told apart.`,
    )

  const bytes = new Map<string, Uint8Array>()
  for (const variable of codebook.variables) {
    const encode = encoderOf(variable)
    const column = new Uint8Array(current.length)
    current.forEach((returned, place) => {
      const inVersion = asked.get(returned.version)?.has(variable.id) ?? false
      column[place] = inVersion ? encode(returned) : reserved.notInVersion
    })
    bytes.set(variable.id, column)
  }
  const places = new Map(codebook.versions.map(({ id }, at) => [id, at]))
  const answered = Uint16Array.from(current, ({ version }) => places.get(version) ?? 0)
  return {
    ok: true,
    columns: {
      codebook,
      responses: current.map(({ response }) => response),
      revisions: current.map(({ id }) => id),
      bytes,
      numbers: encodeNumbers(codebook, bytes, current),
      unlistedTicks: findUnlistedTicks(codebook, current),
      answered,
      versions: versionsAnswered(codebook, answered),
    },
  }
}

/** What stands beside a table as counted: where nobody answered, the newest version. */
export const versionsAnswered = ({ versions }: MergedCodebook, answered: Uint16Array): readonly string[] => {
  // A set of so many takes as long as all the rest of a change.
  const isAnswered = new Uint8Array(versions.length)
  for (let place = 0; place < answered.length; place += 1) isAnswered[answered[place] as number] = 1
  const counted = versions.filter((_, at) => isAnswered[at] === 1)
  return (counted.length > 0 ? counted : versions.slice(-1)).map(({ label }) => label)
}

const refused = (reason: string): Encoded => ({ ok: false, reason })

/** Reads one variable of one return. Values match by their text: a choice `1` is the same answer from a number or a word. */
const encoderOf = (variable: Variable): ((returned: Pick<Returned, 'answers' | 'statuses'>) => number) => {
  const byteOfAnswer = byteOfAnswerTo(variable)
  return ({ answers, statuses }) =>
    byteOfStatus[statusOf(statuses, variable.item)] ?? byteOfAnswer(answerTo(answers, variable.item))
}

const byteOfAnswerTo = (variable: Variable): ((answer: Json | undefined) => number) => {
  switch (variable.kind) {
    case 'choice':
    case 'scale': {
      const byValue = new Map(
        variable.codes.map(({ value, role }, index) => [String(value), byteOfRole[role] ?? index]),
      )
      return (answer) => (isValue(answer) ? (byValue.get(String(answer)) ?? reserved.unlisted) : reserved.unlisted)
    }
    case 'tick':
      return (answer) =>
        Array.isArray(answer) ? tickBytes[tickedIn(answer, variable) ? 'ticked' : 'notTicked'] : reserved.unlisted
    case 'number':
    case 'date':
    case 'text':
    case 'photo':
    case 'signature':
      return () => 0
    default:
      return variable.kind satisfies never
  }
}

/** A choice that says "prefer not to say" is never an answer, whatever status came with it. */
const byteOfRole: { readonly [R in Variable['codes'][number]['role']]: number | null } = {
  answer: null,
  'not-sure': null,
  none: null,
  refused: reserved.refused,
  'dont-know': reserved.dontKnow,
}

export const isValue = (answer: Json | undefined): answer is string | number =>
  typeof answer === 'string' || typeof answer === 'number'

export const tickedIn = (answer: readonly Json[], { codes }: Variable): boolean =>
  answer.some((value) => isValue(value) && codes.some((box) => String(box.value) === String(value)))

const encodeNumbers = (
  codebook: MergedCodebook,
  bytes: ReadonlyMap<string, Uint8Array>,
  returns: readonly { readonly answers: Answers }[],
): ReadonlyMap<string, Float64Array> =>
  new Map(
    codebook.variables.flatMap(({ id, item, kind }) => {
      if (kind !== 'number' && kind !== 'date') return []
      const column = bytes.get(id)
      const read = kind === 'number' ? numberOf : dayOf
      const numbers = Float64Array.from(returns, ({ answers }, place) =>
        isAnswer(column?.[place] ?? reserved.blank) ? read(answerTo(answers, item)) : Number.NaN,
      )
      return [[id, numbers] as const]
    }),
  )

/** A repeated group is, in each form, a number of entries. */
const numberOf = (answer: Json | undefined): number =>
  typeof answer === 'number' ? answer : isList(answer) ? answer.length : Number.NaN

const dayOf = (answer: Json | undefined): number => (typeof answer === 'string' ? dayNumber(answer) : Number.NaN)

const findUnlistedTicks = (
  codebook: MergedCodebook,
  returns: readonly { readonly answers: Answers }[],
): ReadonlyMap<string, Uint8Array> => {
  const boxes = new Map<string, Set<string>>()
  for (const { question, kind, codes } of codebook.variables) {
    if (kind !== 'tick') continue
    boxes.set(question, new Set([...(boxes.get(question) ?? []), ...codes.map(({ value }) => String(value))]))
  }
  return new Map(
    [...boxes].map(([question, known]) => [
      question,
      Uint8Array.from(returns, ({ answers }) => {
        const answer = Object.hasOwn(answers, question) ? answers[question] : undefined
        return Number(Array.isArray(answer) && answer.some((value) => !isValue(value) || !known.has(String(value))))
      }),
    ]),
  )
}
