import { setTimeout as wait } from 'node:timers/promises'
import { mayRemind, type Recipient, stateOf } from '../../population/ledger.ts'
import { fillLetter, type Letter } from '../../population/letter.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { Mailer } from './mailer.ts'
import type { PopulationStore } from './population-store.ts'

/** How a sending stands. */
export interface Sending {
  readonly total: number
  readonly done: number
  /** Why it stopped before its end; null while it goes on, and where all went out. */
  readonly failure: string | null
  readonly running: boolean
}

export interface LettersToSend {
  readonly kind: 'letter' | 'reminder'
  readonly letter: Letter
  readonly survey: SurveyId
  readonly title: string
  /** In words. */
  readonly closes: string
  /** `https://surveys.council.example`. */
  readonly address: string
}

/** Who a letter would go to now: with an address, asked, and not written to yet; or to be reminded. */
const addressees = (recipients: readonly Recipient[], kind: LettersToSend['kind'], now: Date): readonly Recipient[] =>
  recipients.filter(
    (one) => one.email !== '' && (kind === 'letter' ? one.asked && stateOf(one) === 'not-sent' : mayRemind(one, now)),
  )

/** Sends letters one after the other, one sending of a survey at a time, and remembers how each stands. */
export const makeSendings = (population: PopulationStore, mailer: Mailer | null, now: () => Date) => {
  const sendings = new Map<SurveyId, Sending>()

  const sendOne = async (to: Recipient, letters: LettersToSend, post: Mailer): Promise<string | null> => {
    const { survey, kind, letter, title, closes, address } = letters
    const token = (await population.makeLinks(survey, [to.recipient], null)).get(to.recipient)
    if (token === undefined) return null
    const link = `${address}/r#${token}`
    const { subject, body } = fillLetter(letter, { name: to.name, contact: to.contact, survey: title, link, closes })
    const mailed = await post.send({ to: { name: to.contact || to.name, address: to.email }, subject, text: body })
    if (mailed.ok) await population.note(to.recipient, kind === 'letter' ? 'sent' : 'reminded', 'by e-mail')
    else if (mailed.kind === 'refused') await population.note(to.recipient, 'bounced', mailed.reason)
    return mailed.ok || mailed.kind === 'refused' ? null : mailed.reason
  }

  const run = async (list: readonly Recipient[], letters: LettersToSend, post: Mailer): Promise<void> => {
    const { survey } = letters
    let done = 0
    let failure: string | null = null
    for (const to of list) {
      if (done > 0) await wait(post.gap)
      failure = await sendOne(to, letters, post).catch(() => 'Something went wrong on the server.')
      if (failure !== null) break
      done += 1
      sendings.set(survey, { total: list.length, done, failure, running: true })
    }
    sendings.set(survey, { total: list.length, done, failure, running: false })
  }

  return {
    canMail: mailer !== null,
    of: (survey: SurveyId): Sending | null => sendings.get(survey) ?? null,
    /** Begins, and says to how many; null where none can begin now. */
    begin: async (letters: LettersToSend): Promise<number | null> => {
      const { survey, kind } = letters
      if (mailer === null || sendings.get(survey)?.running === true) return null
      sendings.set(survey, { total: 0, done: 0, failure: null, running: true })
      const ledger = await population.ledger(survey)
      const list = addressees(ledger?.recipients ?? [], kind, now())
      sendings.set(survey, { total: list.length, done: 0, failure: null, running: true })
      void run(list, letters, mailer)
      return list.length
    },
  }
}

export type Sendings = ReturnType<typeof makeSendings>
