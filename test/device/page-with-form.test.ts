import { expect, test } from 'vitest'
import { formElement, formRowsTag, pageWithForm } from '../../src/device/early/page-with-form.ts'

const rows = { device: { key: 'this' }, lock: undefined, kept: { note: '</script><script>alert(1)<!--' }, version: 1 }
const page = () =>
  new Response('<html><body><div></div></body></html>', {
    headers: { 'content-security-policy': "default-src 'self'", 'content-length': '37' },
  })

test('a page carries its form behind what stands in it, and keeps its policy', async () => {
  const answered = await pageWithForm(page(), Promise.resolve(rows), 1000)
  expect(answered.headers.get('content-security-policy')).toBe("default-src 'self'")
  expect(answered.headers.get('content-length')).toBe(null)
  expect(await answered.text()).toBe(`<html><body><div></div>${formRowsTag(rows)}</body></html>`)
})

test('nothing in an answer ends the element that it stands in', () => {
  const tag = formRowsTag(rows)
  expect(tag.match(/</g)).toHaveLength(2)
  const json = tag.slice(`<script type="application/json" id="${formElement}">`.length, -'</script>'.length)
  expect(JSON.parse(json)).toEqual({ device: rows.device, kept: rows.kept, version: 1 })
})

test('a page does without a form that cannot be read, or not in time', async () => {
  const never = Promise.withResolvers<null>().promise
  for (const reading of [Promise.resolve(null), never])
    expect(await (await pageWithForm(page(), reading, 10)).text()).toBe('<html><body><div></div></body></html>')
})
