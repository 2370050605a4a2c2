import type { Definition } from '../definition.ts'
import { sha256Hex } from '../sha256.ts'
import { abbreviation } from './abbreviation.ts'
import { doubleNegative } from './double-negative.ts'
import type { Advice, AdviceKind, Check, Found } from './finding.ts'
import { jargon } from './jargon.ts'
import { leading } from './leading.ts'
import { longQuestion } from './long-question.ts'
import { missingTranslation } from './missing-translation.ts'
import { noNotSure } from './no-not-sure.ts'
import { notWorded } from './not-worded.ts'
import { noPrivacy } from './no-privacy.ts'
import { ranges } from './ranges.ts'
import { hardToRead } from './reading-age.ts'
import { tooLong } from './too-long.ts'
import { twoAtOnce } from './two-at-once.ts'
import { vagueOrAbsolute } from './vague.ts'

/** A rule that no answers can meet, found by whoever reads rules. */
export interface NeverMet {
  /** The page, panel or question that is never asked. */
  readonly element: string
  readonly rule: string
  readonly reason: string
}

export type FindNeverMet = (definition: Definition) => readonly NeverMet[]

/** What stands in the way of sharing comes first, then the questions' wording, then the survey as a whole. */
const checks = (findNeverMet: FindNeverMet): { readonly [K in AdviceKind]: Check } => ({
  'no-privacy': noPrivacy,
  'never-met': (definition) => findNeverMet(definition).map(asFound),
  'not-worded': notWorded,
  'two-at-once': twoAtOnce,
  leading,
  'double-negative': doubleNegative,
  vague: vagueOrAbsolute,
  abbreviation,
  jargon,
  'long-question': longQuestion,
  'no-not-sure': noNotSure,
  ranges,
  'missing-translation': missingTranslation,
  'too-long': tooLong,
  'reading-age': hardToRead,
})

const asFound = ({ element, rule, reason }: NeverMet): Found => ({
  question: element,
  judged: rule,
  reason,
  betterWay: 'Change the rule or take it off.',
})

const blocking: ReadonlySet<AdviceKind> = new Set(['no-privacy', 'never-met'])

/**
 * What a designer should know before a survey is shared. Advice only: two kinds block, the rest can be called fine.
 *
 * @param findNeverMet finds rules that can never be met
 * @param fine keys of findings that somebody called fine as they are; a question that is reworded is checked again
 */
export const advise = (
  definition: Definition,
  findNeverMet: FindNeverMet,
  fine: ReadonlySet<string> = new Set(),
): readonly Advice[] =>
  (Object.entries(checks(findNeverMet)) as readonly (readonly [AdviceKind, Check])[]).flatMap(([kind, check]) =>
    check(definition)
      .map(({ judged, ...found }) => ({
        ...found,
        kind,
        key: keyOf(kind, found.question, judged),
        blocks: blocking.has(kind),
      }))
      .filter(({ key, blocks }) => blocks || !fine.has(key)),
  )

const keyOf = (kind: AdviceKind, question: string | null, judged: string): string =>
  `${question ?? ''}/${kind}/${sha256Hex(judged.toWellFormed()).slice(0, 12)}`
