import type { BrowserContext, Page } from 'playwright-core'
import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { handToFamily } from './family-tablet.ts'
import { publishOn } from './photo-survey.ts'
import { beginForm, chooseWay, openScreen } from './visit-screens.ts'
import type { Visit } from './visits.ts'

/** A survey in two versions: the second asks nothing of the dog, and asks about the bus instead. */
export const twoVersions = (id: string): readonly [Definition, Definition] => {
  const survey = (second: 'dog' | 'bus'): Definition => ({
    proforma: {
      id: id as SurveyId,
      units: 'people',
      audience: 'Families',
      minutes: 2,
      privacy: 'We ask to plan visits.',
    },
    title: 'Before we visit',
    pages: [
      {
        name: 'visit',
        elements: [
          { type: 'text', name: 'door', title: 'Which door do we knock at?' },
          second === 'dog'
            ? { type: 'text', name: 'dog', title: 'Is there a dog?' }
            : { type: 'text', name: 'bus', title: 'Which bus stops near you?' },
        ],
      },
    ],
  })
  return [survey('dog'), survey('bus')]
}

/** Begins the first version as an interview, answers both questions, and goes back to Home. */
export const beginVisitForm = async (page: Page, address: string, id: string, door: string): Promise<void> => {
  await openScreen(page, address)
  await page.locator(`a[href='/begin/${id}']`).click()
  await chooseWay(page, 'interviewer')
  await page.getByRole('textbox', { name: 'Which door do we knock at?' }).fill(door)
  await page.getByRole('textbox', { name: 'Is there a dog?' }).fill('A small one')
  await page.getByText(/^Saved on this device/).waitFor()
  await openScreen(page, address)
  await page
    .getByRole('link', { name: /^Continue Before we visit/ })
    .first()
    .waitFor()
}

/** Publishes the second version and waits until this device has it. */
export const publishSecond = async (page: Page, address: string, id: string): Promise<void> => {
  const [first, second] = twoVersions(id)
  await publishOn(address, second, first)
  await openScreen(page, `${address}/outbox`)
  await page.getByRole('button', { name: 'Send now' }).click()
  await openScreen(page, address)
  await page
    .getByRole('link', { name: /^Move to version 2/ })
    .first()
    .waitFor()
}

const drafts: Visit = {
  name: 'forms that were begun, and moved to a newer version',
  walk: async (profile, address, see) => {
    const id = 'visits-seen'
    await publishOn(address, twoVersions(id)[0])
    const page = await profile.newPage()
    await beginVisitForm(page, address, id, 'The green one')
    await handToFamily(page, address, 'family-views')
    await page.getByRole('button', { name: 'Staff', exact: true }).click()
    await page.getByLabel('Staff PIN').fill('293847')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('button', { name: 'Leave the form' }).click()
    await page.getByRole('button', { name: /^Hand to the family/ }).waitFor()
    await publishSecond(page, address, id)
    for (const more of await page.locator('main summary', { hasText: 'More' }).all()) await more.click()
    await page
      .getByRole('button', { name: /^Put away/ })
      .first()
      .waitFor()
    await see(page, 'Home, drafts and all that can be done')
    await page.getByRole('link', { name: /^Move to version 2/ }).click()
    await page.getByText('What is different').waitFor()
    await see(page, 'Move, what changes')
    await page.getByRole('button', { name: 'Move to version 2' }).click()
    await page.getByRole('button', { name: 'Undo the move' }).waitFor()
    await see(page, 'Move, moved')
    await openScreen(page, `${address}/move/nothing`)
    await see(page, 'Move, nothing there')
  },
}

/** What the browser tells of itself, before the app asks. */
const asIfNearlyFull = (profile: BrowserContext): Promise<unknown> =>
  profile.addInitScript(() => {
    // The empty page that a tab begins with has none.
    if (!isSecureContext) return
    StorageManager.prototype.estimate = () => Promise.resolve({ usage: 81, quota: 100 })
    StorageManager.prototype.persist = () => Promise.resolve(false)
  })

/** A private window of Safari or Firefox: there are no files beside the database. */
const asIfPrivate = (profile: BrowserContext): Promise<unknown> =>
  profile.addInitScript(() => {
    // The empty page that a tab begins with has none.
    if (!isSecureContext) return
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('Not allowed', 'SecurityError'))
  })

const asIfTabOfIpad = (profile: BrowserContext): Promise<unknown> =>
  profile.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => 'Mozilla/5.0 (iPad; CPU OS 18_0)' })
  })

const hand = async (page: Page, address: string): Promise<void> => {
  await openScreen(page, `${address}/begin/family-views`)
  await page.getByRole('button', { name: 'Hand the tablet to the family' }).click()
  await page.getByRole('heading', { name: 'Before you hand the tablet over' }).waitFor()
}

const nearlyFull: Visit = {
  name: 'a device that is nearly full',
  walk: async (profile, address, see) => {
    await asIfNearlyFull(profile)
    const page = await profile.newPage()
    await openScreen(page, address)
    await page.getByRole('heading', { name: 'This device is nearly full' }).waitFor()
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    await see(page, 'Home, nearly full')
    await beginForm(page, address, 'family-views')
    await page.getByLabel('Yes, I am happy to answer').check()
    await page.getByText('is nearly full. Send what waits soon').waitFor()
    await see(page, 'form, nearly full')
    await openScreen(page, `${address}/settings`)
    await page.getByText('the browser may clear it when space runs out').waitFor()
    await page.getByText('81% of its space is used').waitFor()
  },
}

const privateWindow: Visit = {
  name: 'a private window',
  walk: async (profile, address, see) => {
    await asIfPrivate(profile)
    const page = await profile.newPage()
    await hand(page, address)
    await see(page, 'Begin, refused')
  },
}

const tabOfIpad: Visit = {
  name: 'a tab of an iPad',
  walk: async (profile, address, see) => {
    await asIfTabOfIpad(profile)
    const page = await profile.newPage()
    await hand(page, address)
    await see(page, 'Begin, waits for staff')
  },
}

/** Drafts in every state, and what a device that is unfit for field work is told. */
export const draftsAndStorage: readonly Visit[] = [drafts, nearlyFull, privateWindow, tabOfIpad]
