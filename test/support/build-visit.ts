import type { Page } from 'playwright-core'
import { openScreen, type SeeScreen } from './visit-screens.ts'

/** A list of one question of each kind, as it is pasted; and what each is called in the list of the builder. */
const everyKind = `Do you have children?
- Yes
- No
What did you use? (tick all that apply)
- The centre
- The helpline
- None of these
Did these help you? Yes / No / Not sure
- The centre
- The helpline
How satisfied are you?
- Very satisfied
- Satisfied
- Neither satisfied nor dissatisfied
- Dissatisfied
- Very dissatisfied
How many children live with you?
When did you first come?
What is the name of your worker?
What could we do better?`

/** One of each kind, and the section that they stand in. */
const rows = [
  'Section 1',
  'Do you have children?',
  'What did you use?',
  'Did these help you?',
  'How satisfied are you?',
  'How many children live with you?',
  'When did you first come?',
  'What is the name of your worker?',
  'What could we do better?',
]

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** Turns to a part of the builder where a screen has no room for all three. */
const turnTo = async (page: Page, part: 'Questions' | 'Edit' | 'Preview'): Promise<void> => {
  const turn = button(page, part)
  if (await turn.isVisible()) await turn.click()
}

const openRow = async (page: Page, wording: string): Promise<void> => {
  await turnTo(page, 'Questions')
  await page.getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: wording }).click()
  await turnTo(page, 'Edit')
}

/** Comes by every way to begin a survey. Ends in the builder, with a survey of every kind of question. */
export const walkStart = async (page: Page, address: string, see: SeeScreen): Promise<void> => {
  await openScreen(page, `${address}/new`)
  await button(page, /^Use this template/)
    .first()
    .waitFor()
  await see(page, 'New survey')
  const file = {
    title: 'From elsewhere',
    pages: [
      {
        elements: [
          { type: 'html', name: 'a' },
          { type: 'text', name: 'b' },
        ],
      },
    ],
  }
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'survey.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
  await button(page, 'Take it like this').waitFor()
  await see(page, 'New survey, what was left out of a file')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'survey.json', mimeType: 'application/json', buffer: Buffer.from('{') })
  await page.getByText('This file cannot be opened').waitFor()
  await see(page, 'New survey, a file that cannot be opened')
  await openScreen(page, `${address}/new/template/family-views`)
  await page.frameLocator('iframe').locator('form').first().waitFor()
  await see(page, 'Template')
  await openScreen(page, `${address}/new/paste`)
  await see(page, 'Paste, empty')
  await page.getByLabel('Title of the survey').fill('Every kind')
  await page.getByLabel('Your questions').fill(`Our questions\n\n${everyKind}`)
  await page.getByRole('heading', { name: '8 questions read' }).waitFor()
  await see(page, 'Paste, read')
  await button(page, 'Take 8 questions').click()
  await page.getByRole('heading', { level: 1, name: 'Every kind' }).waitFor()
}

/** Comes by every part of the builder, opened and closed. Begins where `walkStart` ends. */
export const walkBuilder = async (page: Page, see: SeeScreen): Promise<void> => {
  await see(page, 'Build, settings')
  for (const row of rows) {
    await openRow(page, row)
    const more = page.getByText('More options', { exact: true })
    if ((await more.count()) > 0) await more.click()
    await see(page, `Build, ‘${row}’`)
  }
  await turnTo(page, 'Questions')
  await see(page, 'Build, the list with the tools of a question')
  await button(page, 'Add question').click()
  await page.getByRole('list', { name: 'Kind of question' }).waitFor()
  await see(page, 'Build, kinds of question')
  await page.keyboard.press('Escape')
  await openRow(page, 'Do you have children?')
  await button(page, 'Edit as a list').click()
  await see(page, 'Build, choices as a list')
  await button(page, 'Cancel').click()
  await button(page, 'Use a list').click()
  await page.getByLabel('List to use').waitFor()
  await see(page, 'Build, a list to use')
  await button(page, 'Cancel').click()
  await button(page, 'Keep this list').click()
  await page.getByLabel('Name of the list').waitFor()
  await see(page, 'Build, a list to keep')
  await button(page, 'Cancel').click()
  await openRow(page, 'How many children live with you?')
  await button(page, /^Put in an answer into ‘Question’/).click()
  await see(page, 'Build, an answer to put in')
  await button(page, 'Change who is asked').click()
  await button(page, 'Add a condition').click()
  await button(page, 'Add a condition').click()
  await page.getByLabel('How the conditions go together').waitFor()
  await see(page, 'Build, a rule of two conditions')
  await turnTo(page, 'Preview')
  for (const tab of ['Phone', 'Tablet', 'Paper', 'Table', 'Check', 'Elsewhere']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    if (tab === 'Phone' || tab === 'Tablet') await page.frameLocator('iframe').locator('main').waitFor()
    await see(page, `Build, ${tab}`)
  }
  await page.getByRole('tab', { name: 'Phone', exact: true }).click()
  await page.getByLabel('Seen by').selectOption('Interviewer')
  await page.frameLocator('iframe').getByRole('button', { name: 'Could not answer' }).first().waitFor()
  await see(page, 'Build, seen by the interviewer')
  await turnTo(page, 'Questions')
  await button(page, 'Delete').click()
  await page.getByRole('status').getByText('Deleted').waitFor()
  await see(page, 'Build, deleted')
  await page.getByRole('status').locator('..').getByRole('button', { name: 'Undo' }).click()
  await page.getByText(/^Saved on this device/).waitFor()
}

/** Comes by the other views of a survey. Begins where `walkBuilder` ends. */
export const walkViews = async (page: Page, see: SeeScreen): Promise<void> => {
  const view = async (link: string): Promise<void> => {
    await page.getByRole('link', { name: link, exact: true }).click()
    await page.getByRole('link', { name: 'Back to the questions' }).first().waitFor()
  }
  const back = () => page.getByRole('link', { name: 'Back to the questions' }).click()
  await view('Try it')
  await button(page, 'Continue').waitFor()
  await see(page, 'Try it')
  while (await button(page, 'Continue').isVisible()) await button(page, 'Continue').click()
  await button(page, /^Send/).click()
  await page.getByRole('heading', { name: 'What this one answer gives' }).waitFor()
  await see(page, 'Try it, the tables')
  await page.getByRole('link', { name: 'Back to the questions' }).first().click()
  await turnTo(page, 'Questions')
  await button(page, 'Add question').click()
  await page.getByText('Paste a list of questions').click()
  await page.getByLabel('Your questions').fill('How old are you?')
  await see(page, 'Paste into a survey')
  await back()
  await view('Languages')
  await see(page, 'Languages, none')
  await page.getByLabel('Add a language').selectOption('pl')
  await page.getByRole('heading', { name: /^Polski/ }).waitFor()
  await see(page, 'Languages, one')
  await page.getByLabel('Add a language').selectOption('ur')
  await page.getByRole('heading', { name: /^اردو/ }).waitFor()
  await see(page, 'Languages, right to left')
  await back()
  await view('Print')
  await see(page, 'Paper')
  await back()
  await view('Publish')
  await page.getByRole('heading', { name: 'Needed first' }).waitFor()
  await see(page, 'Publish, blocked')
  await button(page, 'Publish version 1').press('Enter')
  await page.getByText('Nothing was published').waitFor()
  await see(page, 'Publish, refused')
  await back()
  await openRow(page, 'Title, privacy and settings')
  await page.getByRole('textbox', { name: 'Privacy' }).fill('The centre asks this. Ring us to see your answers.')
  await view('Publish')
  await see(page, 'Publish, ready')
  await button(page, 'Publish version 1').click()
  await page.getByText('Version 1 is live').waitFor()
  await see(page, 'Publish, live')
  await back()
  await openRow(page, 'Do you have children?')
  await page.getByRole('textbox', { name: 'Choice 1' }).fill('Yes, some')
  await openRow(page, 'What could we do better?')
  await page.getByLabel('Kind of question').selectOption('number')
  await turnTo(page, 'Questions')
  await button(page, 'Add question').click()
  await button(page, 'Short text').click()
  await view('Publish')
  for (const kind of ['Safe.', 'Look at it.', 'Breaks comparison.']) await page.getByText(kind).first().waitFor()
  await see(page, 'Publish, changes of each kind')
  await button(page, 'Close the survey').click()
  await button(page, 'Open it again').waitFor()
  await see(page, 'Publish, closed')
}
