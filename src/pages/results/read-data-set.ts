import type { DeviceDatabase } from '../../device/database.ts'
import { returnsOf } from '../../device/returns.ts'
import { listVersions } from '../../device/versions.ts'
import type { DataSet } from '../../export/data-set-zip.ts'
import { ofTheList } from '../../population/of-the-list.ts'
import { isSealed } from '../../protocol/sealed-return.ts'
import { currentReturns } from '../../response/current.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { freshLedger } from '../population/fresh-ledger.ts'

/** The returns that the tables of a survey count, as they are, with what is not among them. */
export const readDataSet = async (database: DeviceDatabase, survey: SurveyId): Promise<DataSet> => {
  const versions = await listVersions(database, survey)
  const current = currentReturns(await returnsOf(database, survey))
  const open = current.filter((each) => !isSealed(each))
  const sealed = current.length - open.length
  const ledger = await freshLedger(database, survey)
  const listed = ledger === null ? { returns: open, notes: [] } : ofTheList(open, ledger)
  return {
    survey,
    versions,
    lines: listed.returns,
    notes: [
      ...listed.notes,
      ...(sealed === 0 ? [] : [`${sealed} returned ${sealed === 1 ? 'form is' : 'forms are'} sealed and not in it.`]),
    ],
  }
}
