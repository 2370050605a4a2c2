import type { Page } from 'playwright-core'
import urdu from '../../src/pages/collect/messages/ur.json' with { type: 'json' }
import { openScreen } from './visit-screens.ts'
import type { Visit } from './visits.ts'

const survey = 'family-views'
/** A line for each kind of thing that the page has to say of one. */
const pasted = [
  'Name\tContact\tE-mail\tLanguage\tRegion',
  'Family one\tA. Parent\tone@family.example\ten\tNorth',
  'Family two\t\t\tur\tSouth',
  'Family three\t\tnot an address\t\tSouth',
].join('\n')

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const part = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name }).click()

/** Sends a survey by a list, looks at its returns, and opens a link as the one who is asked, from right to left. */
export const sendAndChase: Visit = {
  name: 'a survey that is sent to a list, and the link that it is answered by',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await openScreen(page, `${address}/returns/${survey}`)
    await page.getByRole('link', { name: 'Say who is asked' }).waitFor()
    await see(page, 'Returns, no list')
    await openScreen(page, `${address}/send/${survey}`)
    await page.getByLabel('The list').waitFor()
    await see(page, 'Send, no list')
    await page.getByLabel('The list').fill(pasted)
    await page.getByText('is not an e-mail address').waitFor()
    await see(page, 'Send, a list that was read')
    await button(page, 'Take these 2').click()
    await page.getByText('2 on the list are asked').waitFor()
    await part(page, 'All of them are asked')
    await page.getByLabel('How', { exact: true }).selectOption('by-hand')
    await page.getByLabel('North, of 1').fill('1')
    await part(page, 'No closing date')
    await part(page, 'Other ways to send it')
    await button(page, 'Make an open link').click()
    await page.getByText('It is shown once').waitFor()
    await see(page, 'Send, every part open')
    await page.getByLabel(/^Seed/).fill('a word')
    await button(page, 'Draw').click()
    await page.getByText('Print this record').waitFor()
    await see(page, 'Send, drawn')
    await button(page, 'Ask all of them instead').click()
    await page.getByLabel(/^Seed/).waitFor()
    await button(page, 'Make a sheet of QR codes').click()
    await page.getByRole('heading', { name: 'QR codes for 2' }).waitFor()
    await see(page, 'Send, QR codes')

    await page.getByRole('link', { name: 'See who has returned it' }).click()
    await page.getByText('0 of 2 returned').waitFor()
    await page.getByText('Family two').click()
    await button(page, 'Make a new link').click()
    const shown = page.locator('main output').filter({ hasText: '/r#' })
    await shown.waitFor()
    await see(page, 'Returns, one of them opened')
    const link = await shown.innerText()

    const asked = await profile.newPage()
    await openScreen(asked, link)
    await asked.locator('main [dir=rtl]').or(asked.locator('[dir=rtl] main')).first().waitFor()
    await asked.getByText(urdu.linkDecline).click()
    await see(asked, 'a link, in Urdu')
    await button(asked, urdu.linkDeclineSend).click()
    await asked.getByText(urdu.linkDeclined).waitFor()
    await see(asked, 'a link, declined')
  },
}
