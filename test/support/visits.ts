import { childrenAtHome } from './children-visit.ts'
import type { BrowserContext, Page } from 'playwright-core'
import urdu from '../../src/pages/collect/messages/ur.json' with { type: 'json' }
import { answerQuestions } from './answer-questions.ts'
import { changeReturnedAnswers } from './change-returned.ts'
import { everyKindOfQuestion } from './every-kind-visit.ts'
import { handToFamily, staffPin, typePin } from './family-tablet.ts'
import {
  beginForm,
  chooseWay,
  openScreen,
  sendForm,
  type SeeScreen,
  type ShippedSurvey,
  walkForm,
} from './visit-screens.ts'
import { sendAndChase } from './send-visit.ts'
import { photosAndSignature } from './photo-visit.ts'
import { draftsAndStorage } from './draft-visit.ts'

/** One walk through some screens, in a browser profile of its own. */
export interface Visit {
  readonly name: string
  readonly walk: (profile: BrowserContext, address: string, see: SeeScreen) => Promise<void>
}

const sendNow = (page: Page) => page.getByRole('button', { name: 'Send now' }).click()
const panel = (page: Page, words: string) => page.locator('main output').getByText(words).waitFor()

const nothingYet: Visit = {
  name: 'before anything was filled in',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await openScreen(page, address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    await see(page, 'Home, no drafts')
    await openScreen(page, `${address}/begin/family-views`)
    await see(page, 'Begin, people')
    await openScreen(page, `${address}/begin/larc-support-needs`)
    await page.getByText('More ways').click()
    await see(page, 'Begin, organisations')
    await openScreen(page, `${address}/begin/nothing`)
    await see(page, 'Begin, unknown survey')
    await openScreen(page, `${address}/settings`)
    await page.getByRole('button', { name: 'Set a PIN' }).click()
    await see(page, 'Settings')
    await openScreen(page, `${address}/settings/keep-open`)
    await see(page, 'Keep a tablet on the form')
    await openScreen(page, `${address}/settings/accessibility`)
    await see(page, 'Accessibility statement')
    for (const screen of [
      '',
      '/sign-in',
      '/enrol',
      '/tablets',
      '/list',
      '/log',
      '/status',
      '/second-step',
      '/subject-access',
      '/processing',
      '/password',
    ]) {
      await openScreen(page, `${address}/people${screen}`)
      await see(page, `people${screen}`)
    }
    await openScreen(page, `${address}/nowhere`)
    await see(page, 'not found')
    await openScreen(page, `${address}/collect/nothing`)
    await see(page, 'form that cannot be opened')
    await openScreen(page, `${address}/returned/nothing`)
    await see(page, 'receipt of another device')
    await openScreen(page, `${address}/results/nothing`)
    await page.getByText('does not have that survey').waitFor()
    await see(page, 'Results, unknown survey')
    await openScreen(page, `${address}/outbox`)
    await page.getByText('Nothing waits to be sent').waitFor()
    await see(page, 'Outbox, empty')
    await openScreen(page, `${address}/results/larc-support-needs`)
    await page.getByText('The tables will be here').waitFor()
    await see(page, 'Results, none')
    await page.getByRole('link', { name: 'See an example with results' }).click()
    await page.getByRole('table').first().waitFor()
    await see(page, 'Results, example')
    await openScreen(page, `${address}/results/family-views/codebook`)
    await page.getByRole('heading', { name: 'Where there is no answer' }).waitFor()
    await page.getByRole('button', { name: 'Download the data set' }).click()
    await page.getByText('no returns on this device').waitFor()
    await see(page, 'Codebook')
    await openScreen(page, `${address}/results/nothing/codebook`)
    await page.getByText('does not have that survey').waitFor()
    await see(page, 'Codebook, unknown survey')
    await openScreen(page, `${address}/results/larc-support-needs/example?by=support.analysing&percent=yes&asked=25`)
    await page.getByText('More options').click()
    await page.getByLabel('Only, question 1').selectOption('support.commissioning')
    await page.getByText('Shown: only returns where').waitFor()
    await page.getByRole('table').first().waitFor()
    await see(page, 'Results, example, sorted and chosen')
    await openScreen(
      page,
      `${address}/results/larc-support-needs/example?tests=yes&bars=count&weigh=support.analysing+yes%3D1+no%3D1+not_sure%3D1&weigh=support.instruments+yes%3D1&own=support.commissioning+yes&scope=rest&once=yes`,
    )
    await page.getByText('Tests of differences').first().waitFor()
    await page.getByText('More options').click()
    await page
      .getByText(/^Own words and order/)
      .nth(3)
      .click()
    await see(page, 'Results, example, tested, weighted and compared')
    await openScreen(page, `${address}/results/larc-support-needs/example?protect=under5&asked=25`)
    await page.getByText('What the others could change').first().click()
    await page.getByText('[c]').first().waitFor()
    await page.getByText('More options').click()
    await page.getByLabel('Protect small numbers').selectOption('own')
    await page
      .getByText(/^What a reader could work out/)
      .first()
      .click()
    await page.getByText('Hidden numbers, and the least').waitFor()
    await see(page, 'Results, example, protected')
  },
}

const form = (survey: ShippedSurvey): Visit => ({
  name: `${survey}, from its first question to its results`,
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await beginForm(page, address, survey)
    await walkForm(page, survey, see)
    await sendForm(page)
    await see(page, `${survey}, receipt`)
    await openScreen(page, `${address}/results/${survey}`)
    await page.getByText(/returns? counted/).waitFor()
    await see(page, `${survey}, Results`)
    await openScreen(page, `${address}/results/${survey}?protect=none`)
    await page.getByRole('button', { name: 'Freeze these tables' }).click()
    await page.getByText('Nothing came or changed since').waitFor()
    await see(page, `${survey}, Results, frozen`)
    await page.getByRole('link', { name: /^Frozen / }).click()
    await page.getByText('Returns that came or changed later').first().waitFor()
    await see(page, `${survey}, frozen tables`)
  },
})

const inUrdu: Visit = {
  name: 'family-views in Urdu, from right to left',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    const carryOn = page.locator('main form button[type=submit]')
    await openScreen(page, `${address}/begin/family-views`)
    await page.getByLabel('اردو').check()
    await page.getByText('translated by a machine').first().waitFor()
    await see(page, 'Begin, made by a machine')
    await chooseWay(page)
    await carryOn.click()
    await page.getByRole('alert').waitFor()
    await see(page, 'Urdu 1, gone on without an answer')
    await page.locator('main summary', { hasText: 'اردو' }).click()
    await see(page, 'Urdu 1, languages')
    for (let number = 1; (await carryOn.count()) > 0; number += 1) {
      if (number > 50) throw new Error('The form in Urdu has no end')
      await answerQuestions(page)
      await see(page, `Urdu ${number}, answered`)
      await carryOn.click()
      await page.waitForURL(new RegExp(`/(?:${number + 1}|check)$`))
      await page.locator('main h1').waitFor()
    }
    await see(page, 'Urdu, check')
    await page.getByRole('button', { name: urdu.send }).click()
    await page.getByText(urdu.receiptReference).waitFor()
    await see(page, 'Urdu, receipt')
  },
}

const interview: Visit = {
  name: 'an interview, with marks and notes',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await beginForm(page, address, 'practitioner-interview', 'interviewer')
    await page.getByLabel('Yes').first().check()
    await page.getByRole('button', { name: 'Not asked' }).click()
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { name: 'Role and experience' }).waitFor()
    await page.getByRole('button', { name: 'Could not answer' }).first().click()
    await page
      .getByRole('button', { name: /^Private note/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: /^Private note/ }).fill('In a hurry')
    await page.getByLabel('How many years').fill('many')
    const toggle = page.getByRole('button', { name: /sections done$/ })
    if (await toggle.isVisible()) await toggle.click()
    await see(page, 'interview, marked')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('alert').waitFor()
    await see(page, 'interview, problem')
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Check your answers' }).click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await see(page, 'interview, check')
  },
}

const toSend: Visit = {
  name: 'what waits to be sent',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await beginForm(page, address, 'larc-support-needs')
    await answerQuestions(page)
    await page.getByText('Saved on this device').waitFor()
    await openScreen(page, address)
    await page.getByRole('link', { name: /^Continue/ }).waitFor()
    await see(page, 'Home, a draft')
    await page.getByText(/^More for .*, saved/).click()
    await page.getByRole('button', { name: /^Delete/ }).click()
    await see(page, 'Home, delete asked')
    await page.getByRole('button', { name: 'Keep them' }).click()
    const draft = await page.getByRole('link', { name: /^Continue/ }).getAttribute('href')
    await openScreen(page, `${address}${draft}/1`)
    await walkForm(page, 'larc-support-needs', () => Promise.resolve())
    await profile.setOffline(true)
    await sendForm(page)
    await see(page, 'receipt, waiting')
    const receipt = page.url()
    await page.getByRole('link', { name: /to send$/ }).click()
    await page.getByRole('listitem').waitFor()
    await see(page, 'Outbox, waiting')
    await page.getByRole('button', { name: /^Delete/ }).click()
    await page.getByRole('button', { name: 'Delete these answers for good' }).click()
    await page.getByText('Say why these answers are deleted.').waitFor()
    await see(page, 'Outbox, delete asked')
    await page.getByRole('button', { name: 'Keep them' }).click()
    // Somebody answers, but it is not the server: a network that wants a sign-in first.
    await profile.route('**/api/v1/**', (route) => route.fulfill({ contentType: 'text/html', body: 'Sign in' }))
    await profile.setOffline(false)
    await sendNow(page)
    await panel(page, 'This Wi-Fi needs a sign-in. 1 to send')
    await see(page, 'Outbox, a Wi-Fi that needs a sign-in')
    await profile.unroute('**/api/v1/**')
    await sendNow(page)
    await panel(page, 'All sent')
    await page.getByText('1 return has reached').waitFor()
    await see(page, 'Outbox, sent')
    await openScreen(page, receipt)
    await page.getByText('have reached the server').waitFor()
    await see(page, 'receipt, sent')
  },
}

const takenOut: Visit = {
  name: 'answers that are taken out',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await beginForm(page, address, 'larc-support-needs')
    await walkForm(page, 'larc-support-needs', () => Promise.resolve())
    await sendForm(page)
    await page.getByText('have reached the server').waitFor()
    const takeOut = page.getByRole('link', { name: 'Take these answers out' })
    const found = page.locator('main h2')
    await openScreen(page, `${address}/withdraw`)
    await page.getByRole('button', { name: 'Find the answers' }).click()
    await page.getByRole('alert').waitFor()
    await see(page, 'Withdraw, problem')
    await openScreen(page, `${address}/withdraw/0000-0000`)
    await found.filter({ hasText: 'Nothing here' }).waitFor()
    await see(page, 'Withdraw, nothing found')
    await page.goBack()
    await page.goBack()
    await takeOut.click()
    await found.filter({ hasText: 'Are these the answers?' }).waitFor()
    await page.getByRole('button', { name: 'Erase these answers for good' }).click()
    await page.getByText('Choose why').waitFor()
    await see(page, 'Withdraw, found, no reason')
    await profile.setOffline(true)
    await page.getByLabel('Something else').check()
    await page.getByRole('button', { name: 'Erase these answers for good' }).click()
    await found.filter({ hasText: 'The answers are taken out' }).waitFor()
    await see(page, 'Withdraw, taken out')
    await page.getByRole('link', { name: 'Go to the Outbox' }).click()
    await page.getByText('1 form was taken out here').waitFor()
    await see(page, 'Outbox, a form taken out')
  },
}

const keptAside: Visit = {
  name: 'what the server keeps aside',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await openScreen(page, address)
    // Without a network the receipt comes from what the service worker keeps.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await beginForm(page, address, 'family-views')
    await page.getByLabel('No, I do not want to').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'You have said no' }).waitFor()
    await see(page, 'said no')
    await profile.setOffline(true)
    await sendForm(page)
    await see(page, 'receipt of a no')
    // Its digest no longer fits: the server does not count it.
    await changeReturnedAnswers(page)
    await openScreen(page, `${address}/outbox`)
    await profile.setOffline(false)
    await sendNow(page)
    await page.getByRole('heading', { name: 'Could not be sent' }).waitFor()
    await see(page, 'Outbox, kept aside')
    const [, reference = ''] = /Reference (\S+),/.exec(await page.locator('main').innerText()) ?? []
    await page.getByRole('link', { name: 'the lead can see it' }).click()
    const entry = page.getByRole('listitem').filter({ hasText: reference })
    await entry.getByText('What came').click()
    await see(page, 'Kept aside')
    // Something of another survey comes, and one is looked at alone.
    await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' }
        await fetch('/api/v1/push', { method: 'POST', headers, body })
      },
      JSON.stringify({
        protocol: 1,
        device: crypto.randomUUID(),
        epoch: null,
        revisions: [{ survey: 'practitioner-interview' }],
      }),
    )
    await openScreen(page, `${address}/aside`)
    await page.getByLabel('Survey').selectOption('practitioner-interview')
    await entry.waitFor({ state: 'detached' })
    await see(page, 'Kept aside, of one survey')
    await page.getByLabel('Survey').selectOption('')
    await entry.waitFor()
    await entry.getByRole('button', { name: 'Take it in' }).click()
    await page.getByText('It can’t be counted yet').waitFor()
    await entry.getByRole('button', { name: 'Do not count it' }).click()
    await entry.getByRole('button', { name: 'Do not count it' }).click()
    await page.getByText('Say why it is not counted').waitFor()
    await see(page, 'Kept aside, no reason given')
    await page.getByLabel('Why is it not counted?').fill('It was a trial')
    await entry.getByRole('button', { name: 'Do not count it' }).click()
    await page.getByText('It is not counted. The tablet').waitFor()
    await see(page, 'Kept aside, decided')
    await openScreen(page, `${address}/outbox`)
    await sendNow(page)
    await page.getByText('The lead says: It was a trial').waitFor()
    await see(page, 'Outbox, not counted')
    await profile.setOffline(true)
    await openScreen(page, `${address}/aside`)
    await page.getByText('this screen needs it').waitFor()
    await see(page, 'Kept aside, no server')
    await profile.setOffline(false)
  },
}

const keptHowLong: Visit = {
  name: 'how long answers are kept',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await openScreen(page, `${address}/retention/practitioner-interview`)
    await page.getByText('Nothing goes by itself').waitFor()
    await see(page, 'Kept for ever')
    await page.getByLabel('Keep answers for').selectOption({ label: '3 months' })
    await page.getByText(/No answers are there yet|goes? on/).waitFor()
    await see(page, 'Kept for 3 months, rehearsed')
    await page.getByRole('button', { name: 'Keep answers for 3 months' }).click()
    await page.getByText('Saved.').waitFor()
    await see(page, 'Kept for 3 months')
    await page.getByLabel('Keep answers for').selectOption({ label: 'as long as nobody takes them out' })
    await page.getByRole('button', { name: 'Keep answers until' }).click()
    await page.getByText('Saved.').waitFor()
  },
}

const handedOver: Visit = {
  name: 'a tablet that is handed to a family',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await openScreen(page, `${address}/begin/family-views`)
    await page.getByRole('button', { name: 'Hand the tablet to the family' }).click()
    await page.getByLabel('New staff PIN').waitFor()
    await see(page, 'Begin, a PIN first')
    await page.getByLabel('New staff PIN').fill(staffPin)
    await page.getByLabel('The same PIN again').fill(staffPin)
    await page.getByRole('button', { name: 'Save the PIN' }).click()
    await page.getByText('Write this recovery code down').waitFor()
    await see(page, 'Begin, recovery code')
    await page.getByRole('button', { name: 'I have written it down' }).click()
    await page.getByRole('button', { name: 'Staff', exact: true }).click()
    await typePin(page, staffPin)
    await page.getByRole('button', { name: 'Leave the form' }).click()
    await page.locator('header').waitFor()
    await handToFamily(page, address, 'family-views')
    await see(page, 'cover')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByLabel('No, I do not want to').waitFor()
    await see(page, 'family, form')
    await page.getByRole('button', { name: 'Staff', exact: true }).click()
    await page.getByLabel('Staff PIN').waitFor()
    await see(page, 'family, PIN asked')
    await typePin(page, '000000')
    await page.getByText('This PIN is not right').waitFor()
    await see(page, 'family, wrong PIN')
    await page.getByRole('button', { name: 'The PIN is forgotten' }).click()
    await page.getByLabel('Recovery code').waitFor()
    await see(page, 'family, PIN forgotten')
    await page.getByRole('button', { name: 'Back to the PIN' }).click()
    await typePin(page, staffPin)
    await page.getByRole('button', { name: 'Carry on with the family' }).waitFor()
    await see(page, 'family, choices of staff')
    await page.getByRole('button', { name: 'Carry on with the family' }).click()
    await page.getByLabel('No, I do not want to').check()
    while ((await page.getByRole('button', { name: /^(?:Send|Finish)/ }).count()) === 0) {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.locator('main h1').waitFor()
    }
    await sendForm(page)
    await see(page, 'family, thanks')
    await page.getByRole('button', { name: 'Give the tablet back' }).click()
    await page.getByRole('heading', { name: 'Give this tablet to a member of staff' }).waitFor()
    await see(page, 'family, given back')
  },
}

const cannotStart: Visit = {
  name: 'a browser that keeps nothing',
  walk: async (profile, address, see) => {
    const page = await profile.newPage()
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('The user denied permission to access the database', 'SecurityError')
      }
    })
    await openScreen(page, address)
    await see(page, 'cannot start')
  },
}

/** Walks that together come by every screen in every state. */
export const everyVisit: readonly Visit[] = [
  nothingYet,
  form('larc-support-needs'),
  form('family-views'),
  form('practitioner-interview'),
  interview,
  inUrdu,
  toSend,
  takenOut,
  keptAside,
  keptHowLong,
  handedOver,
  cannotStart,
  photosAndSignature,
  childrenAtHome,
  sendAndChase,
  ...draftsAndStorage,
  ...everyKindOfQuestion,
]
