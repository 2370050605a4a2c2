import type { Browser } from 'playwright-core'
import { startMailServer } from '../support/mail-server.ts'
import { startServer } from '../support/running-server.ts'
import { type Measure, median } from './report.ts'

const survey = 'larc-support-needs'
const sizes: readonly number[] = [100, 1000, 10_000]
const letters = 40

interface Listed {
  readonly size: number
  /** Milliseconds from the start of the page until its list stands. */
  readonly send: number
  readonly returns: number
  /** Milliseconds from a letter typed into the search until the list follows. */
  readonly typed: number
  /** Milliseconds that the server takes for the whole ledger. */
  readonly ledger: number
  /** Milliseconds for one letter, with its link and its line in the ledger. */
  readonly letter: number
}

/** A list of so many: Send and Returns are opened, searched in, and letters go out by a real SMTP server. */
const measureList = async (browser: Browser, size: number): Promise<Listed> => {
  const mail = await startMailServer()
  const environment = { SMTP_URL: mail.url, MAIL_FROM: 'Research <research@council.example>', MAIL_GAP: '0' }
  const server = await startServer({ environment })
  const profile = await browser.newContext()
  try {
    const api = `${server.address}/api/v1/populations/${survey}`
    const post = async (path: string, body: object): Promise<void> => {
      const headers = { 'content-type': 'application/json' }
      const answered = await fetch(`${api}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answered.ok) throw new Error(`${path}: ${answered.status} ${await answered.text()}`)
      await answered.body?.cancel()
    }
    // Those after the first few have had their link another way, and opened nothing yet.
    for (let from = 0; from < size; from += 2000)
      await post('members', { members: madeUp(from, Math.min(size, from + 2000)) })
    const { ledger } = (await (await fetch(api)).json()) as Told
    const rest = ledger.recipients.slice(letters).map(({ recipient }) => recipient)
    for (let from = 0; from < rest.length; from += 2000)
      await post('links', { recipients: rest.slice(from, from + 2000), how: 'merged' })

    const page = await profile.newPage()
    const open = async (address: string, until: string): Promise<number> => {
      await page.goto(`${server.address}${address}`)
      await page.getByText(until).first().waitFor()
      return page.evaluate(() => performance.now())
    }
    const send = await warm(() => open(`/send/${survey}`, 'on the list are asked'))
    const returns = await warm(() => open(`/returns/${survey}`, `${size} shown`))
    const typed = await page.evaluate(typeAndPaint)
    const times: number[] = []
    for (let run = 0; run < 3; run += 1) {
      const begun = performance.now()
      await (await fetch(api)).text()
      times.push(performance.now() - begun)
    }
    const begun = performance.now()
    await post('send', { kind: 'letter', subject: 'For {name}', body: '{link}' })
    while (mail.mails.length < letters) {
      if (performance.now() - begun > 60_000) throw new Error('The letters did not go out')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const letter = (performance.now() - begun) / letters
    return { size, send, returns, typed, ledger: median(times), letter }
  } finally {
    await profile.close()
    await server.stop()
    await mail.stop()
  }
}

/** The middle one of three, after one that finds nothing kept. */
const warm = async (act: () => Promise<number>): Promise<number> => {
  await act()
  return median([await act(), await act(), await act()])
}

interface Told {
  readonly ledger: { readonly recipients: readonly { readonly recipient: string }[] }
}

const madeUp = (from: number, to: number): readonly object[] =>
  Array.from({ length: to - from }, (_, index) => {
    const name = `Authority ${from + index}`
    const strata = { Region: `Region ${index % 9}`, Type: `Type ${index % 5}` }
    return {
      id: name,
      name,
      contact: `Lead of ${name}`,
      email: `lead${from + index}@authority.example`,
      language: '',
      strata,
    }
  })

/** In the page: a letter is typed into the search, and the next two frames are waited for. */
const typeAndPaint = async (): Promise<number> => {
  const field = [...document.querySelectorAll('main label input')].at(-1)
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no search')
  const begun = performance.now()
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '99')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return performance.now() - begun
}

/** Who is asked, 100 to 10,000 of them: pages open within a second, and neither sending nor the ledger slows with the list. */
export const measureLongLists = async (browser: Browser): Promise<readonly Measure[]> => {
  const listed: Listed[] = []
  for (const size of sizes) listed.push(await measureList(browser, size))
  const [short] = listed
  const long = listed.at(-1)
  if (short === undefined || long === undefined) return []
  return [
    ...listed.flatMap(({ size, send, returns, typed, ledger, letter }): Measure[] => [
      { name: `Send opens, a list of ${size}`, value: send, unit: 'ms', bar: 1000 },
      { name: `Returns opens, a list of ${size}`, value: returns, unit: 'ms', bar: 1000 },
      { name: `  a letter typed in its search, to the next paint`, value: typed, unit: 'ms', bar: 100 },
      { name: `  the whole ledger from the server`, value: ledger, unit: 'ms', bar: null },
      { name: `  one letter: link, mail, ledger`, value: letter, unit: 'ms', bar: null },
    ]),
    {
      name: 'One letter of 10,000 takes so many times one of 100',
      value: long.letter / short.letter,
      unit: 'times',
      bar: 2,
    },
    {
      name: 'The ledger takes for each of 10,000 so many times what it does for each of 100',
      value: long.ledger / long.size / (short.ledger / short.size),
      unit: 'times',
      bar: 2,
    },
  ]
}
