import { drawPhoto } from './draw-photo.ts'
import { photoSurvey, publishOn } from './photo-survey.ts'
import { chooseWay, openScreen, sendForm } from './visit-screens.ts'
import type { Visit } from './visits.ts'

/** Photos and a signature, in every state of their fields. */
export const photosAndSignature: Visit = {
  name: 'photos and a signature',
  walk: async (profile, address, see) => {
    await publishOn(address, photoSurvey)
    const page = await profile.newPage()
    const carryOn = () => page.getByRole('button', { name: 'Continue' }).click()
    await openScreen(page, address)
    await page.getByRole('link', { name: 'Fill in Home safety visit' }).click()
    await chooseWay(page)
    await page.getByText('You can add up to 2 photos').waitFor()
    await see(page, 'photo, asked')
    await carryOn()
    await page.getByRole('alert').waitFor()
    await see(page, 'photo, problem')
    for (const seed of [1, 2]) {
      await page.getByLabel('Add a photo').setInputFiles(await drawPhoto(page, 400 * seed, 600, seed))
      await page.getByRole('button', { name: `Remove photo ${seed}` }).waitFor()
    }
    await page.getByText('Photo added').waitFor()
    await see(page, 'photo, two')
    await page.getByRole('button', { name: 'Remove photo 2' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await see(page, 'photo, removed')
    const letter = { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear all') }
    await page.getByLabel('Add a photo').setInputFiles(letter)
    await page.getByText('This file is not a photo').waitFor()
    await see(page, 'photo, not a photo')
    await carryOn()
    await page.waitForURL(/\/2$/)
    await page.locator('main h1').waitFor()
    await carryOn()
    const pad = page.locator('canvas')
    await pad.scrollIntoViewIfNeeded()
    await see(page, 'signature, asked')
    const box = await pad.boundingBox()
    if (box === null) throw new Error('There is no pad')
    await page.mouse.move(box.x + 20, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Clear the drawing' }).waitFor()
    await carryOn()
    await page.getByRole('alert').waitFor()
    await see(page, 'signature, problem')
    await page.getByLabel('Full name').fill('Ann Other')
    await page.getByRole('button', { name: 'Clear the drawing' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await see(page, 'signature, signed')
    await carryOn()
    await page.getByRole('img').nth(1).waitFor()
    await see(page, 'photos and a signature, check')
    await profile.setOffline(true)
    await sendForm(page)
    await page.getByRole('link', { name: /to send$/ }).click()
    await page.getByText('photos or signatures to send').waitFor()
    await see(page, 'Outbox, photos')
  },
}
