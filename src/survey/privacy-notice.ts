import type { Definition } from './definition.ts'
import { questionsOf } from './questions.ts'
import { consentQuestion } from './rule/consent-rule.ts'

/** What a survey does not know of itself, and people must be told. */
export interface NoticeDetails {
  /** "Southshire Council". */
  readonly who: string
  /** "how we can help families better". */
  readonly why: string
  /** Why it may be asked, of the lawful bases of the UK GDPR that research by a council rests on. */
  readonly basis: LawfulBasis
  /** "2 years". */
  readonly kept: string
  /** "Ada Reed, 01234 567890". */
  readonly contact: string
}

export const lawfulBases = {
  'public-task': 'It is part of the work that the law gives you (public task)',
  consent: 'People agree to it first (consent)',
  legitimate: 'You have a fair reason, and people would expect it (legitimate interests)',
} as const

export type LawfulBasis = keyof typeof lawfulBases

const basisWords: { readonly [B in LawfulBasis]: string } = {
  'public-task': 'We may ask because it is part of the work that the law gives us (public task).',
  consent: 'We use your answers only because you agree to it. You can change your mind at any time.',
  legitimate: 'We may ask because we have a fair reason to know (legitimate interests).',
}

/**
 * A privacy text to begin with, from what a survey asks and who asks it: what the UK GDPR wants to be told, in plain
 * words. To be read and mended by somebody who knows.
 */
export const privacyNotice = (definition: Definition, { who, why, basis, kept, contact }: NoticeDetails): string => {
  const questions = questionsOf(definition)
  const has = (type: string): boolean => questions.some((question) => question.type === type)
  const isOfPeople = definition.proforma.units === 'people'
  return [
    `${bare(who)} asks these questions.`,
    `We want to know ${ended(why)}`,
    basisWords[basis],
    ...(consentQuestion(definition) === null
      ? []
      : ['First we ask if you agree. If you say no, we keep that you said no and nothing else.']),
    ...(has('file') ? ['You can add photos. Do not photograph people who have not agreed to it.'] : []),
    ...(has('signaturepad') ? ['We ask you to sign. We keep your name with your answers.'] : []),
    'Only the people who do this work can read single answers.',
    isOfPeople
      ? 'When we write about what people said, nobody can tell that it was you.'
      : 'What we write shows how many gave each answer.',
    'Your answers are kept on our own server. Nobody else is given them.',
    `We delete them after ${ended(kept)}`,
    questions.every(({ isRequired }) => isRequired !== true)
      ? 'You can leave out any question, and you can stop at any time.'
      : 'You can stop at any time.',
    'When you send, you get a reference. With it you can ask for a copy of your answers, have them put right, or have them deleted.',
    `If you have a question, contact ${ended(contact)}`,
    'If you are not happy with how we use your answers, you can complain to the Information Commissioner: ico.org.uk.',
  ].join(' ')
}

/** Words as they were typed, with one full stop at the end. */
const ended = (words: string): string => `${bare(words)}.`

const bare = (words: string): string => words.trim().replace(/\.+$/, '')
