import type { Definition } from '../survey/definition.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Json } from '../survey/json.ts'
import { consentGiven, consentQuestion } from '../survey/rule/consent-rule.ts'
import { type Answers, isEmptyAnswer } from './answers.ts'
import type { Consent } from './revision.ts'

/** What the consent question was answered: null while it is not answered, and where the survey has none. */
const consentAnswer = (definition: Definition, answers: Answers): boolean | null => {
  const question = consentQuestion(definition)
  const answer = question === null || !Object.hasOwn(answers, question) ? undefined : answers[question]
  return question === null || answer === undefined || isEmptyAnswer(answer) ? null : isYes(question, answer)
}

const isYes = (question: string, answer: Json): boolean =>
  consentGiven(question).values.some((value) => value === answer)

/** Whether somebody was asked for consent and did not give it: then nothing else that was answered is kept. */
export const saidNo = (definition: Definition, answers: Answers): boolean =>
  consentAnswer(definition, answers) === false

/** In which words consent was asked for, and when it was answered. */
export type ConsentAsked = { readonly version: VersionId; readonly language: string; readonly at: Date }

/** The consents of one form while it is open: those of earlier sittings stay, and this one adds its last answer. */
export interface ConsentLog {
  /** To be called with all that is typed, after each change. Gives every consent so far, in order. */
  readonly note: (typed: Answers, asked: ConsentAsked) => readonly Consent[]
}

/** Opens the log of a form, with what was answered and recorded when it was opened. */
export const consentLog = (definition: Definition, before: readonly Consent[], typed: Answers): ConsentLog => {
  const question = consentQuestion(definition)
  let last = consentAnswer(definition, typed)
  let own: Consent | null = null
  return {
    note: (now, { version, language, at }) => {
      const given = consentAnswer(definition, now)
      if (given !== last) {
        last = given
        own = question === null || given === null ? null : { question, given, at: at.toISOString(), version, language }
      }
      return own === null ? before : [...before, own]
    },
  }
}
