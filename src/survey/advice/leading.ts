import { askedWords, plainWords } from './asked-words.ts'
import type { Check } from './finding.ts'

/** Ways of asking that say what to answer. */
const pushing =
  /\b(?:don't|doesn't|didn't|wouldn't|isn't|aren't|wasn't|weren't|shouldn't|can't|won't|haven't|hasn't) (?:you|we|it|they|this|that|there|people|children|families|parents|everyone|the)\b|\b(?:do|would|should) (?:you|we) not (?:agree|think|feel|want)\b|\b(?:do|would) you agree (?:that|with)\b(?!.*\bor disagree\b)|\b(?:you (?:must|will|surely|would) agree|wouldn't you say|isn't it|is it not|right\?$|surely|obviously|of course|clearly|undoubtedly|needless to say|as (?:you|we all|everyone) (?:know|knows)|it is (?:well )?known|everyone (?:knows|agrees)|most (?:people|parents|families|experts|professionals) (?:think|agree|believe|say|feel|know|prefer)|(?:experts|studies|research|doctors|teachers) (?:agree|say|show|shows|tell us|recommend)|given that|in light of|now that you (?:know|have seen))\b/i

/** Words that judge what is asked about. */
const judging =
  /\b(?:excellent|wonderful|fantastic|amazing|brilliant|outstanding|superb|great|world-class|award-winning|hard-working|hardworking|dedicated|vital|terrible|awful|dreadful|shocking|appalling|disastrous|wasteful|so-called|unnecessary|pointless|bureaucratic|outrageous|disgraceful|overpaid|heartless|caring)\b/i

const presuming =
  /\b(?:how much (?:did|do|have) you (?:enjoy|enjoyed|love|loved|like|liked|benefit|benefited)|how (?:good|great|excellent|well run|helpful and|pleased|delighted) (?:was|were|is|are)|what did you (?:like|enjoy|love) (?:most|best) about|why (?:did|do|was|were|is|are) (?:you|the \w+|this) (?:like|love|enjoy|so good|so helpful|better))\b/i

/** Judging words that people answer about are the point of a scale; in the question they push. */
export const leading: Check = (definition) =>
  askedWords(definition).flatMap(({ question, words, isRow }) => {
    if (isRow) return []
    const found = pushedBy(words)
    return found === null
      ? []
      : [
          {
            question: question.name,
            judged: words,
            reason: `“${found}” leads to one answer. People tend to agree with whoever asks.`,
            betterWay:
              'Ask it so that either answer is as easy to give: “How easy or hard was it?”, “Was it useful or not?”',
          },
        ]
  })

/** The words that push; null where none do. */
const pushedBy = (words: string): string | null => {
  const plain = plainWords(words)
  const found = pushing.exec(plain) ?? judging.exec(plain) ?? presuming.exec(plain)
  // "What was great and what was not?" and "How good or bad" give both sides.
  const bothSides = /\b(?:or|and) (?:not|bad|poor|how bad|least|what was not|worst|dis\w+)\b/i.test(plain)
  return found === null || (bothSides && !pushing.test(plain)) ? null : found[0]
}
