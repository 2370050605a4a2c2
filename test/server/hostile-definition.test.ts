import { expect, test } from 'vitest'
import { importDefinitionText } from '../../src/engine/import-definition.ts'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { settle } from '../../src/engine/statuses.ts'
import { openModel } from '../../src/engine/open-model.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { isJsonObject, parseJson } from '../../src/survey/json.ts'
import { sha256Hex } from '../../src/survey/sha256.ts'
import { canonicalJson } from '../../src/survey/canonical-json.ts'
import { fromHere, makeOwner } from './access/example-people.ts'
import { exampleReturn, pushOf, uuid } from './example-return.ts'
import { withApp } from './with-app.ts'

const shout = 'globalThis.wasRun = true'
const away = 'https://elsewhere.example/x'
const own = '"proforma":{"id":"trap","units":"people","audience":"a","minutes":1,"privacy":"p"},"title":"Trap"'

/** A survey as JSON text, so that a key may be anything: one question, with what an attack adds to it and to the survey. */
const survey = (question: string, around = ''): string =>
  `{${own}${around},"pages":[{"name":"one","elements":[{"name":"a","title":"A",${question}},{"type":"text","name":"b","title":"B"}]}]}`

const rule = (expression: string): string => survey(`"type":"text","visibleIf":${JSON.stringify(expression)}`)
const text = '"type":"text"'

/** What a survey may not hold, as a member or in a rule, once something has opened it. */
const forbidden =
  /^(?:html|completedHtml|loadingHtml|completedBeforeHtml|navigateToUrl|navigateToUrlOnCondition|choicesByUrl|imageLink|logo|backgroundImage|validators|triggers|calculatedValues|defaultValue|defaultValueExpression|setValueExpression|resetValueIf|maskType|maskSettings|cookieName|onComplete|templateTitle\w*Html|requiredIf|enableIf|__proto__|constructor|prototype)$/

const attacks: { readonly [name: string]: string } = {
  'a page of HTML': survey(`"type":"html","html":"<img src=x onerror='${shout}'>"`),
  'HTML when it is done': survey(text, `,"completedHtml":"<script>${shout}</script>"`),
  'HTML while it loads': survey(
    text,
    `,"loadingHtml":"<script>${shout}</script>","completedHtmlOnCondition":[{"html":"x","expression":"true"}]`,
  ),
  'HTML as a title': survey(text.concat(`,"description":"<svg onload=${JSON.stringify(shout).slice(1, -1)}>"`)),
  'a title that is an object with a code': survey(`"type":"text","description":{"default":"x","toString":"y"}`),
  'choices from an address': survey(`"type":"radiogroup","choices":["x"],"choicesByUrl":{"url":"${away}"}`),
  'an address to go to': survey(text, `,"navigateToUrl":"javascript:${shout}"`),
  'an address to go to, by rule': survey(
    text,
    `,"navigateToUrlOnCondition":[{"url":"${away}?{b}","expression":"true"}]`,
  ),
  'a picture from elsewhere': survey(`"type":"image","imageLink":"${away}"`),
  'a logo from elsewhere': survey(text, `,"logo":"${away}","backgroundImage":"url(${away})"`),
  'a link in a choice': survey(`"type":"radiogroup","choices":[{"value":"x","text":"[click](javascript:${shout})"}]`),
  'a choice with a picture': survey(`"type":"imagepicker","choices":[{"value":"x","imageLink":"${away}"}]`),
  'a rule that calls a function': rule(`alert(1) = 1`),
  'a rule that calls one of the engine’s': rule(`iif({b} = 1, displayValue('b'), getDate({b})) notempty`),
  'a rule that reaches for a constructor': rule(`{constructor.constructor} = 1`),
  'a rule that reaches for __proto__': rule(`{__proto__.polluted} = 1`),
  'a rule that calls a function beside one of the engine’s': rule(`iif(fetch('x') = 1, 1, 2) = {b}`),
  'a rule of 100,000 brackets': rule(`${'('.repeat(50_000)}{b} = 1${')'.repeat(50_000)}`),
  'a rule of 20,000 parts': rule(Array.from({ length: 20_000 }, (_, n) => `{b} = ${n}`).join(' or ')),
  'a rule that never ends': rule(`{a} = 1`),
  'a regular expression that never ends': survey(
    `"type":"text","validators":[{"type":"regex","regex":"^(a+)+$","text":"x"}]`,
  ),
  'a rule as a check': survey(`"type":"text","validators":[{"type":"expression","expression":"fetch('${away}')"}]`),
  'a trigger': survey(
    text,
    `,"triggers":[{"type":"runexpression","expression":"{b} notempty","runExpression":"${shout}"}]`,
  ),
  'a computed value': survey(text, `,"calculatedValues":[{"name":"v","expression":"iif(true, '${away}', '')"}]`),
  'a default that is computed': survey(`"type":"text","defaultValueExpression":"today()","defaultValue":"x"`),
  'a mask': survey(`"type":"text","maskType":"pattern","maskSettings":{"pattern":"${'9'.repeat(5000)}"}`),
  'a name of the language': survey(text).replace('"name":"a"', '"name":"__proto__"'),
  'a name of every object': survey(text).replace('"name":"a"', '"name":"constructor"'),
  'a name of every object, in capitals': survey(text).replace('"name":"a"', '"name":"ToString"'),
  'a row with the name of every object': survey(`"type":"matrix","columns":["y"],"rows":["constructor","valueOf"]`),
  'a page with the name of every object': survey(text).replace('"name":"one"', '"name":"hasOwnProperty"'),
  'a name with a path': survey(text).replace('"name":"a"', '"name":"../../etc/passwd"'),
  'a survey id with a path': survey(text).replace('"id":"trap"', '"id":"../../trap"'),
  'a row called __proto__': survey(`"type":"matrix","columns":["y"],"rows":["__proto__"]`),
  'a choice called __proto__': survey(`"type":"radiogroup","choices":["__proto__","constructor"]`),
  'a key __proto__ in a question': survey(`"type":"text","__proto__":{"polluted":true}`),
  'a key __proto__ in the survey': survey(text, `,"__proto__":{"polluted":true}`),
  'a key constructor': survey(text, `,"constructor":{"prototype":{"polluted":true}}`),
  'a language called __proto__': survey(text).replace('"title":"A"', '"title":{"default":"A","__proto__":"B"}'),
  'null for a question': survey(text).replace('{"type":"text","name":"b","title":"B"}', 'null'),
  '500 panels in one another': `{${own},"pages":[{"name":"one","elements":[${'{"type":"panel","name":"p","elements":['.repeat(500)}${']}'.repeat(500)}]}]}`,
  '100,000 questions': `{${own},"pages":[{"name":"one","elements":[${Array.from({ length: 20_000 }, (_, n) => `{"type":"text","name":"q${n}"}`).join(',')}]}]}`,
  '100,000 choices': survey(
    `"type":"radiogroup","choices":[${Array.from({ length: 100_000 }, (_, n) => n).join(',')}]`,
  ),
  'a lone half of an emoji': survey(text.concat(',"description":"\\ud83d"')),
  'a slider': survey(`"type":"slider"`),
  'a file for every type': survey(`"type":"file","acceptedTypes":"*","storeDataAsText":false`),
  'a survey that posts itself': survey(
    text,
    `,"surveyPostId":"${uuid(1)}","surveyId":"x","sendResultOnPageNext":true,"cookieName":"c"`,
  ),
  'its own look': survey(text, `,"css":{"root":"x"},"widthMode":"static","width":"url(${away})"`),
}

/** Every member anywhere in it. */
const membersOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(membersOf)
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...membersOf(inner)])
      : []

const rulesOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(rulesOf)
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([key, inner]) =>
          key === 'visibleIf' && typeof inner === 'string' ? [inner] : rulesOf(inner),
        )
      : []

/** What is wrong with a definition that something has opened, and that it is filled in without harm. */
const harmOf = (definition: Definition): readonly string[] => {
  settle(definition, { b: shout })
  openModel(definition)
  return [
    ...membersOf(definition).filter((member) => forbidden.test(member)),
    ...rulesOf(definition).filter((rule) =>
      /\b(?:alert|fetch|eval|import|Function)\s*\(|constructor|__proto__/.test(rule),
    ),
  ]
}

const isUnharmed = (): boolean => !('polluted' in {}) && !('wasRun' in globalThis)

/** Of one attack, in this process: 20 times what the slowest takes on a quiet machine. */
const patience = 4000

test.each(Object.entries(attacks))('%s: neither imported nor opened with harm', (_, attack) => {
  const began = performance.now()
  const imported = importDefinitionText(attack)
  const opened = openDefinition(JSON.parse(attack))
  expect(imported.ok ? harmOf(imported.definition) : [], 'imported').toEqual([])
  expect(opened.ok ? harmOf(opened.definition) : [], 'opened').toEqual([])
  expect(isUnharmed()).toBe(true)
  expect(performance.now() - began, 'milliseconds').toBeLessThan(patience)
})

test('no attack harms the server, by publishing it or by returning it, and what it hands out again opens without harm', async () => {
  const { app, store } = await withApp()
  const owner = await makeOwner(app, store)
  const send = (url: string, payload: string) =>
    app.inject({ method: 'POST', url, payload, headers: { ...fromHere, ...owner, 'content-type': 'application/json' } })
  const wrong: string[] = []
  for (const [name, attack] of Object.entries(attacks)) {
    const parsed = parseJson(attack)
    const content = parsed.ok ? parsed.value : null
    const id = ((): string => {
      try {
        return sha256Hex(canonicalJson(content))
      } catch {
        return 'f'.repeat(64)
      }
    })()
    const began = performance.now()
    const version = `{"id":"${id}","survey":"trap","number":1,"publishedAt":"2026-11-23T10:00:00.000Z","definition":${attack}}`
    const published = await send(
      '/api/v1/surveys',
      `{"protocol":1,"device":"${uuid(0xd1)}","versions":[${version}],"standings":[]}`,
    )
    if (![200, 400, 413].includes(published.statusCode)) wrong.push(`${name}, published: ${published.statusCode}`)
    // The whole of it as the answer to a question, and as a member of the return.
    const returned = exampleReturn(1)
    const raw = JSON.stringify(pushOf(returned)).replace('"role":"Visitor 1"', `"role":${attack}`)
    const beside = JSON.stringify(pushOf(returned)).replace(
      '"way":',
      `"notes":{"role":${JSON.stringify(attack)}},"way":`,
    )
    for (const payload of [raw, beside]) {
      const pushed = await send('/api/v1/push', payload)
      if (![200, 400, 413].includes(pushed.statusCode)) wrong.push(`${name}, returned: ${pushed.statusCode}`)
      if (pushed.statusCode === 200 && pushed.json().acks[0]?.status === 'stored')
        wrong.push(`${name}, returned: stored`)
    }
    if (performance.now() - began > patience) wrong.push(`${name}: ${performance.now() - began} ms`)
    if (!isUnharmed()) wrong.push(`${name}: it ran, or changed every object`)
  }
  for (const { definition } of await store.versions()) {
    const opened = openDefinition(definition)
    if (opened.ok) wrong.push(...harmOf(opened.definition))
  }
  expect(wrong).toEqual([])
  expect((await app.inject('/healthz')).statusCode).toBe(200)
}, 60_000)
