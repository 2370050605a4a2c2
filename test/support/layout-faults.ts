import type { Page } from 'playwright-core'

/**
 * What is wrong with a page's layout as it stands, a line each: it scrolls sideways, a target is too small or overlaps
 * another, words are cut off, or there is not one heading of the first level.
 */
export const layoutFaults = async (page: Page): Promise<readonly string[]> => {
  const targets = await targetsOf(page)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const headings = await page.locator('h1').count()
  return [
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...targets.flatMap((target) => tooSmall(target, page.url())),
    ...targets.flatMap((target, index) => targets.slice(index + 1).flatMap((other) => overlap(target, other))),
    ...(await cutElements(page)).map((name) => `${name} is wider than its box`),
  ]
}

/** Something to press. In CSS pixels of the window. */
interface Target {
  readonly name: string
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly inHeader: boolean
}

/** A link within a sentence may be small, and is left out. */
const targetsOf = (page: Page): Promise<readonly Target[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, summary, textarea, input')]
      // A radio and a tick box are pressed by the whole of their label.
      .map((field) => field.closest('label:has(input[type=radio], input[type=checkbox])') ?? field)
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) =>
        [...(target.parentElement?.childNodes ?? [])].every(
          (node) => node.nodeName !== '#text' || (node.textContent ?? '').trim() === '',
        ),
      )
      .map((target) => ({
        name: `${target.tagName.toLowerCase()} ‘${(target.textContent ?? '').slice(0, 40)}’`,
        box: target.getBoundingClientRect().toJSON() as Target['box'],
        inHeader: target.closest('main') === null,
      }))
      // The way past the header stays above the page until it has the focus.
      .filter(({ box }) => box.bottom + scrollY > 0),
  )

/** At least 48 px in a form, where families press, and 44 elsewhere. */
const tooSmall = ({ name, box, inHeader }: Target, address: string): readonly string[] => {
  const least = !inHeader && /\/(?:collect|returned)\//.test(address) ? 48 : 44
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  return width < least - 0.5 || height < least - 0.5 ? [`${name} is ${width} by ${height} px`] : []
}

const overlap = (one: Target, other: Target): readonly string[] =>
  Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
  Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 1
    ? [`${one.name} overlaps ${other.name}`]
    : []

/** The innermost elements that hold more than their width, but for boxes that scroll and words for screen readers. */
const cutElements = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => !element.matches('input, textarea') && getComputedStyle(element).clipPath === 'none')
      .filter((element) => !['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter((element, _, cut) => cut.every((other) => other === element || !element.contains(other)))
      .map((element) => `${element.tagName.toLowerCase()} ‘${(element.textContent ?? '').slice(0, 40)}’`),
  )
