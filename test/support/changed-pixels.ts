import type { Page } from 'playwright-core'

/**
 * How many pixels of two PNG images of one size differ to the eye: by a quarter of the range in a channel, at least.
 * Counted in a blank tab, which decodes them.
 */
export const changedPixels = (blank: Page, one: Buffer, other: Buffer): Promise<number> =>
  blank.evaluate(
    async (images) => {
      const pixels = await Promise.all(
        images.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
          if (context === null) throw new Error('This browser has no canvas')
          context.drawImage(image, 0, 0)
          return context.getImageData(0, 0, image.width, image.height).data
        }),
      )
      const [before, after] = pixels
      if (before === undefined || after?.length !== before.length) throw new Error('The images differ in size')
      const changed = new Set<number>()
      for (let byte = 0; byte < before.length; byte += 1) {
        if (Math.abs((before[byte] ?? 0) - (after[byte] ?? 0)) >= 64) changed.add(byte >> 2)
      }
      return changed.size
    },
    [one.toString('base64'), other.toString('base64')],
  )
