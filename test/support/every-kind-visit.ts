import type { BrowserContext, Page } from 'playwright-core'
import urdu from '../../src/pages/collect/messages/ur.json' with { type: 'json' }
import { answerQuestions } from './answer-questions.ts'
import { everyKind, type Kind, kinds } from './every-kind.ts'
import { handOverFromBegin } from './family-tablet.ts'
import { publishOn } from './photo-survey.ts'
import { chooseWay, openScreen, type SeeScreen } from './visit-screens.ts'
import type { Visit } from './visits.ts'

/** A question that may be left out has no problem to show. */
const optional: ReadonlySet<Kind> = new Set(['otherWords', 'photo'])

/** Opens Begin of the survey of every kind, in a language by its own name. */
const beginEveryKind = async (page: Page, address: string, language?: string): Promise<void> => {
  await publishOn(address, everyKind)
  await openScreen(page, address)
  await page.getByRole('link', { name: 'Fill in A visit, from every side' }).waitFor()
  await openScreen(page, `${address}/begin/every-kind`)
  if (language !== undefined) await page.getByLabel(language).check()
}

/** One question at a time: each with its problem, where it has one, and answered. Ends at the check. */
const walkEveryKind = async (page: Page, name: string, see: SeeScreen): Promise<void> => {
  const heading = page.locator('main h1')
  const carryOn = page.locator('main form button[type=submit]')
  for (const kind of kinds) {
    const before = await heading.innerText()
    if (!optional.has(kind)) {
      await carryOn.click()
      await page.getByRole('alert').waitFor()
    }
    await see(page, `${name}, ${kind}, gone on without an answer`)
    if (kind === 'group') await page.locator('main form fieldset button').last().click()
    if (kind === 'group') await page.locator('main form fieldset input').first().waitFor()
    await answerQuestions(page)
    if (kind === 'group') await see(page, `${name}, ${kind}, answered`)
    await carryOn.click()
    await heading.filter({ hasNotText: before }).waitFor()
  }
  await see(page, `${name}, check`)
}

const byFamilyInUrdu = async (profile: BrowserContext, address: string, see: SeeScreen): Promise<void> => {
  const page = await profile.newPage()
  await beginEveryKind(page, address, 'اردو')
  await handOverFromBegin(page)
  await page.getByRole('button', { name: urdu.coverStart }).click()
  await walkEveryKind(page, 'a family in Urdu', see)
}

const byLinkInWelsh = async (profile: BrowserContext, address: string, see: SeeScreen): Promise<void> => {
  const page = await profile.newPage()
  await beginEveryKind(page, address, 'Cymraeg')
  await chooseWay(page)
  await page.locator('main form').waitFor()
  await walkEveryKind(page, 'by link in Welsh', see)
}

const byInterviewer = async (profile: BrowserContext, address: string, see: SeeScreen): Promise<void> => {
  const page = await profile.newPage()
  await beginEveryKind(page, address)
  await chooseWay(page, 'interviewer')
  const carryOn = page.getByRole('button', { name: 'Save and continue' })
  await carryOn.waitFor()
  for (let number = 1; (await carryOn.count()) > 0; number += 1) {
    await carryOn.click()
    await page.getByRole('alert').waitFor()
    await see(page, `an interviewer, ${number}, problem`)
    const add = page.getByRole('button', { name: 'Add child', exact: true })
    if ((await add.count()) > 0) await add.click()
    await answerQuestions(page)
    await carryOn.click()
    await page.waitForURL(new RegExp(`/(?:${number + 1}|check)$`))
    await page.locator('main h1').waitFor()
  }
  await see(page, 'an interviewer, check of every kind')
}

/** A question of every kind with its problem, as a family has it on the tablet and as an interviewer has it. */
export const everyKindOfQuestion: readonly Visit[] = [
  { name: 'every kind of question, on a tablet in the hands of a family, in Urdu', walk: byFamilyInUrdu },
  { name: 'every kind of question, asked by an interviewer', walk: byInterviewer },
]

/** The same in Welsh by link, whose pages are a family's: to be looked at. */
export const everyKindByLinkInWelsh: Visit = {
  name: 'every kind of question, by link, in Welsh',
  walk: byLinkInWelsh,
}
