import type { Kysely, Transaction } from 'kysely'
import type { DrawAsked, Drawn } from '../../population/draw.ts'
import type { EventKind, Ledger, RecipientId } from '../../population/ledger.ts'
import type { Member } from '../../population/member.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { Tables } from '../tables.ts'
import { takeCounter } from '../take-counter.ts'
import { type DraftSaved, draftOf, keepDraft, keepReturn, type KeptRecipientDraft } from './keep-answers.ts'
import { addEvents } from './keep-events.ts'
import { endLinks, holderOf, makeLinks } from './keep-links.ts'
import { addMembers, addOpenLink, keepDraw } from './keep-list.ts'
import { listsHeld, readLedger } from './read-ledger.ts'

/** Lists of who is asked, and what happened to each of them. */
export interface PopulationStore {
  /** Null where the survey has no list. */
  ledger(survey: SurveyId): Promise<Ledger | null>
  /** Every list there is, and how many are on it. */
  lists(): Promise<readonly ListHeld[]>
  /** Adds to a list, which is made with the first; who is there by its id stays as it is. Says how many were added. */
  add(survey: SurveyId, members: readonly Member[]): Promise<number>
  settle(survey: SurveyId, settings: LedgerSettings): Promise<void>
  /** Draws who is asked, or asks everybody again. Refused once somebody was written to. */
  draw(survey: SurveyId, asked: DrawAsked | null): Promise<Drawn | { readonly ok: true }>
  /**
   * New links, beside those they have: 128 bits each, of which the hash alone is kept. `sent` says in the ledger how they
   * go out; null where that is not known yet.
   */
  makeLinks(
    survey: SurveyId,
    recipients: readonly RecipientId[],
    sent: string | null,
  ): Promise<ReadonlyMap<RecipientId, string>>
  /** A link for whoever has it, which takes so many returns at most: its token. Makes the list where there is none. */
  openLink(survey: SurveyId, most: number): Promise<string>
  endLinks(recipient: RecipientId): Promise<void>
  note(recipient: RecipientId, kind: EventKind, detail: string): Promise<void>
  /** The recipient whose link that is; null where it is nobody's, or was ended. */
  byToken(token: string): Promise<LinkHolder | null>
  /** Whether a recipient is on that survey's list. */
  isOn(survey: SurveyId, recipient: RecipientId): Promise<boolean>
  saveDraft(recipient: RecipientId, after: number, content: string): Promise<DraftSaved>
  draft(recipient: RecipientId): Promise<KeptRecipientDraft | null>
  /** The answers on their way are a return now. */
  dropDraft(recipient: RecipientId): Promise<void>
  /** Puts a response under a recipient's name. Who has it already keeps it. */
  noteReturn(recipient: RecipientId, response: string, way: 'link' | 'paper'): Promise<boolean>
}

export type LedgerSettings = Pick<Ledger, 'closes' | 'mayAmend' | 'mostReturns'>

export interface ListHeld {
  readonly survey: SurveyId
  readonly members: number
}

export interface LinkHolder {
  readonly ledger: Omit<Ledger, 'recipients' | 'draw'>
  readonly recipient: Ledger['recipients'][number]
}

type Outside = { readonly now: () => Date; readonly newId: () => string }

export const populationStore = (db: Kysely<Tables>, { now, newId }: Outside): PopulationStore => {
  const writing = <T>(act: (transaction: Transaction<Tables>, at: string) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      await takeCounter(transaction)
      return act(transaction, now().toISOString())
    })
  return {
    ledger: (survey) => readLedger(db, survey),
    lists: () => listsHeld(db),
    add: (survey, members) => writing((transaction) => addMembers(transaction, survey, members, newId)),
    settle: async (survey, { closes, mayAmend, mostReturns }) => {
      await db
        .updateTable('population')
        .set({ closes, may_amend: mayAmend ? 1 : 0, most_each: mostReturns })
        .where('survey', '=', survey)
        .execute()
    },
    draw: (survey, asked) => writing((transaction, at) => keepDraw(transaction, survey, asked, at)),
    makeLinks: (survey, recipients, sent) =>
      writing((transaction, at) => makeLinks(transaction, { survey, recipients, sent, at })),
    openLink: (survey, most) =>
      writing(async (transaction, at) => {
        const recipient = await addOpenLink(transaction, survey, most, newId)
        const made = await makeLinks(transaction, { survey, recipients: [recipient], sent: 'as an open link', at })
        return made.get(recipient) ?? ''
      }),
    endLinks: (recipient) => writing((transaction, at) => endLinks(transaction, recipient, at)),
    note: (recipient, kind, detail) =>
      writing((transaction, at) => addEvents(transaction, [recipient], { kind, at, detail })),
    byToken: (token) => holderOf(db, token),
    isOn: async (survey, recipient) => {
      const found = db.selectFrom('recipient').select('id').where('id', '=', recipient).where('survey', '=', survey)
      return (await found.executeTakeFirst()) !== undefined
    },
    saveDraft: (recipient, after, content) =>
      writing((transaction, at) => keepDraft(transaction, { recipient, after, content, at })),
    draft: (recipient) => draftOf(db, recipient),
    dropDraft: async (recipient) => {
      await db.deleteFrom('recipient_draft').where('recipient', '=', recipient).execute()
    },
    noteReturn: (recipient, response, way) =>
      writing((transaction, at) => keepReturn(transaction, { recipient, response, way, at })),
  }
}
