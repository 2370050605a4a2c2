import type { Page } from 'playwright-core'

/**
 * What is wrong with a page's layout as it stands, a line each: it scrolls sideways, a target is too small or overlaps
 * another, words are cut off, or there is not one heading of the first level.
 */
export const layoutFaults = async (page: Page): Promise<readonly string[]> => {
  const targets = await targetsOf(page)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const headings = await page.locator('h1').count()
  const least = await leastTarget(page)
  return [
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...targets.flatMap((target) => tooSmall(target, least)),
    ...targets.flatMap((target, index) => targets.slice(index + 1).flatMap((other) => overlap(target, other))),
    ...(least === 48
      ? targets.flatMap((target, index) => targets.slice(index + 1).flatMap((other) => tooClose(target, other)))
      : []),
    ...(await cutElements(page)).map((name) => `${name} is wider than its box`),
  ]
}

/** Something to press. In CSS pixels of the window. */
interface Target {
  readonly name: string
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly inHeader: boolean
  /** One of a menu's lines, which stand close under each other. Only staff have one. */
  readonly inMenu: boolean
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
        inMenu: target.closest('main nav') !== null,
      }))
      // The way past the header stays above the page until it has the focus.
      .filter(({ box }) => box.bottom + scrollY > 0),
  )

/** At least 48 px in a form, where families press, and 44 elsewhere. A tablet that is handed over has no header. */
const leastTarget = async (page: Page): Promise<44 | 48> =>
  /\/(?:collect|returned)\//.test(page.url()) || (await page.locator('header').count()) === 0 ? 48 : 44

const tooSmall = ({ name, box, inHeader }: Target, least: number): readonly string[] => {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const wanted = inHeader ? 44 : least
  return width < wanted - 0.5 || height < wanted - 0.5 ? [`${name} is ${width} by ${height} px`] : []
}

/** Between what is pressed in a form there are 8 px, so that a thumb that misses one hits nothing. */
const tooClose = (one: Target, other: Target): readonly string[] => {
  const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right)
  const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom)
  const apart = Math.max(across, down)
  return !one.inHeader && !other.inHeader && !(one.inMenu && other.inMenu) && apart > -1 && apart < 7.5
    ? [`${one.name} is ${apart.toFixed(1)} px from ${other.name}`]
    : []
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
