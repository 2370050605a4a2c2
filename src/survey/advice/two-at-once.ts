import type { Question } from '../definition.ts'
import { isScale } from '../paste/scales.ts'
import { answerWords, askedWords, plainWords } from './asked-words.ts'
import type { Check } from './finding.ts'

/** Pairs that are one thing, or one group of people, and are asked about together rightly. */
const onePair = new RegExp(
  `\\b(?:${[
    'children (?:and|or) young people',
    '(?:child|baby|toddler) or young person',
    'young people (?:and|or) (?:children|families|adults)',
    '(?:child|children|parents?|mums?|mothers?|famil(?:y|ies)|carers?|guardians?) (?:and|or|and/or) (?:carers?|guardians?|dads?|fathers?|famil(?:y|ies)|friends?|young people)',
    '(?:friends?|brothers?|husband|men|women|boys|girls|sons?|his|her|he|she|him) (?:and|or) (?:famil(?:y|ies)|sisters?|wife|women|men|girls|boys|daughters?|hers?|his|she|he|her|relatives|neighbours)',
    'health and (?:safety|social care|wellbeing|well-being)',
    'terms and conditions',
    'trial and error',
    'pros and cons',
    'day and night',
    'now and then',
    'more and more',
    'again and again',
    'bed and breakfast',
    'black and (?:white|minority ethnic)',
    'special educational needs and disabilit(?:y|ies)',
    'arts? and crafts?',
    'food and drink',
    'information and communication',
    'research and development',
    'questions? (?:and|or) answers?',
    'more or less',
    'once or twice',
    'sooner or later',
    '(?:one|two|three|four|five|\\d+) or (?:more|fewer|less|over|under|older|younger|two|three|four|five|\\d+)',
    '(?:\\d+|over|under|above|below) and (?:over|under|above|below|older|younger)',
    'yes or no',
    'true or false',
    'why or why not',
    '(?:whether|if) or not',
    'or not',
    'or so',
    'and so on',
    'and/or',
  ].join('|')})\\b`,
  'gi',
)

/** Where "and" or "or" joins what belongs to one question. */
const oneThing: readonly RegExp[] = [
  // Two ends, or two sides of one comparison.
  /\b(?:between|from|both|either|neither|compare|difference)\b[^?]*\b(?:and|or|nor)\b/gi,
  // All of a kind, none of it: "any help or advice", "without name or address".
  /\b(?:any|no|not|never|without|n't)\s+(?:[\w'-]+\s+){0,3}?or\s+[\w'-]+/gi,
  // A household or a team stands for one: "you or anyone in your home", "you and your family".
  /\b(?:you|your \w+) (?:and|or) (?:your|any(?:one|body)|some(?:one|body)|a member|members|the rest|other)\b/gi,
  // The two ways to answer: "agree or disagree", "satisfied or dissatisfied", "better or worse".
  /\b(\w{3,}) or (?:dis|un|in|im|dis)\1\b/gi,
  /\b(?:agree|better|easy|easier|good|more|helped?|increased?|like|like it|love|hard|harder|often|for|safe|safer|too much|too long|too many|too big|too fast|happy|support|higher|hot|positive|useful|early|stay|improved?|up|rise|risen|got better) or (?:disagree|worse|hard|harder|difficult|bad|poor|less|fewer|hindered?|decreased?|dislike|dislike it|hate|easy|easier|rarely|against|unsafe|too little|too short|too few|too small|too slow|sad|unhappy|oppose|lower|cold|negative|useless|late|leave|worsened|got worse|down|fall|fallen)\b/gi,
  // Names of two bodies or places: "Marks and Spencer", "NFER and LARC".
  /(?<=\w )[A-Z][\w'-]+ (?:and|or|&) [A-Z][\w'-]+/g,
  // What only says where or when: "At home and at school, how happy are you?"
  /^(?:at|in|on|during|when|if|since|before|after|for|thinking|think|looking|overall|apart|as|where|once)\b[^,?]*,/gi,
  // Either will do: "Do you have a garden or a balcony?"
  /\b(?:have|has|had|own) (?:an? )?(?:[\w'-]+ ){1,4}or [\w'-]+/gi,
  // Two words for one action: "come and see", "go and talk".
  /\b(?:come|go|try|wait) and \w+/gi,
]

/**
 * Two things asked at once, so that nobody can tell which of them was answered. Only where there is one answer to
 * give: an open question may ask what and why, and a tick-all may name what it lists.
 */
export const twoAtOnce: Check = (definition) =>
  askedWords(definition)
    .filter(({ question: { type } }) => type === 'radiogroup' || type === 'rating' || type === 'matrix')
    .flatMap(({ question, words }) => {
      const joined = joinedThings(words)
      return joined === null || (joined === 'or' && namesAlternatives(question))
        ? []
        : [
            {
              question: question.name,
              judged: words,
              reason: `This asks two things at once, joined by “${joined}”. One answer cannot say which of them it is about.`,
              betterWay: 'Ask two questions, or keep the one that matters more.',
            },
          ]
    })

/** Rent or own, by bus or on foot: the answers are the things themselves, neither yes and no nor a scale. */
const namesAlternatives = (question: Question): boolean => {
  const answers = answerWords(question)
  return question.type === 'radiogroup' && !isScale(answers) && !answers.some((answer) => /^(?:yes|no)\b/i.test(answer))
}

/** The word that joins two things; null where one thing is asked. */
const joinedThings = (words: string): string | null => {
  const plain = plainWords(words)
  const two =
    /\?\s+(?:(?:and|or|but|if so|if not)\b|(?:what|why|how|when|where|which|who|did|do|does|is|are|was|were)\b)/i.exec(
      plain,
    )
  if (two !== null && plain.endsWith('?') && !/^\?\s+or\b/i.test(two[0])) return 'two question marks'
  if (/\b[\w-]+, [\w-]+, [\w-]+\?$/.test(plain)) return 'commas'
  const rest = oneThing.reduce((text, pattern) => text.replaceAll(pattern, ' '), plain.replaceAll(onePair, ' '))
  return (
    /\b(?:and|or)\b(?=\s+\w)/i.exec(rest)?.[0].toLowerCase() ?? (/\bas well as\b/i.test(rest) ? 'as well as' : null)
  )
}
