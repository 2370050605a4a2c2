import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Wording } from '../../../src/pages/collect/wording.tsx'
import { WordingContext } from '../../../src/pages/collect/wording-context.ts'
import type { Text } from '../../../src/survey/definition.ts'

/** A wording as it is drawn in a form whose own words are in the language around. */
const drawn = (text: Text, language: string, around: string, original = 'en'): string =>
  renderToStaticMarkup(
    <WordingContext value={{ language, original, around }}>
      <Wording text={text} />
    </WordingContext>,
  )

test('a wording in the language around it stands bare', () => {
  expect(drawn('Yes', 'default', 'en')).toBe('Yes')
  expect(drawn({ default: 'Yes', ur: 'ہاں' }, 'ur', 'ur')).toBe('ہاں')
  expect(drawn({ default: 'Yes', 'ur-PK': 'ہاں' }, 'ur-PK', 'ur')).toBe('ہاں')
})

test('one that is not translated stands as it was written, in its language and direction', () => {
  expect(drawn('Yes', 'ur', 'ur')).toBe('<span lang="en" dir="ltr">Yes</span>')
  expect(drawn({ default: 'Yes', ur: '' }, 'ur', 'ur')).toBe('<span lang="en" dir="ltr">Yes</span>')
  expect(drawn({ default: 'ہاں', en: 'Yes' }, 'cy', 'cy', 'ur')).toBe('<span lang="ur" dir="rtl">ہاں</span>')
})

test('one in a language that the form has no words of its own in is marked', () => {
  expect(drawn({ default: 'Yes', fa: 'بله' }, 'fa', 'en')).toBe('<span lang="fa" dir="rtl">بله</span>')
})
