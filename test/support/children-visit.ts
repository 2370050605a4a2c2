import { childrenSurvey } from './children-survey.ts'
import { publishOn } from './photo-survey.ts'
import { chooseWay, openScreen, sendForm } from './visit-screens.ts'
import type { Visit } from './visits.ts'

/** A repeated group, in every state of its entries, to the tables about each child. */
export const childrenAtHome: Visit = {
  name: 'children at home',
  walk: async (profile, address, see) => {
    const survey = childrenSurvey()
    await publishOn(address, survey)
    const page = await profile.newPage()
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await openScreen(page, address)
    await page.getByRole('link', { name: 'Fill in Children at home' }).click()
    await chooseWay(page)
    await page.getByRole('button', { name: 'Add child' }).waitFor()
    await see(page, 'group, no entry')
    await press('Add child')
    await page.getByLabel('First name').fill('Ann')
    await page.getByLabel('How old is Ann?').fill('7')
    await page.getByRole('radio', { name: 'Yes' }).check()
    await press('Add another child')
    await page.getByRole('group', { name: 'Child 2', exact: true }).waitFor()
    await press('Continue')
    await page.getByRole('alert').waitFor()
    await see(page, 'group, problem')
    await press('Take out Child 2')
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await see(page, 'group, taken out')
    await press('Undo')
    await page.getByLabel('First name').nth(1).fill('Bo')
    await press('Continue')
    await page.getByText('Do they go to the same school?').waitFor()
    await press('Continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await see(page, 'group, check')
    await sendForm(page)
    await openScreen(page, `${address}/results/${survey.proforma.id}?protect=none`)
    await page.getByText('2 entries (Child) in 1 returned form').first().waitFor()
    await see(page, 'group, results')
  },
}
