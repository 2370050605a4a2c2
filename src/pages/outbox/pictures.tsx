import { countDamagedAttachments } from '../../device/attachments.ts'
import { countAttachmentsToSend } from '../../device/count-attachments.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { useQuery } from '../app/use-readable.ts'

const readPictures = async (database: DeviceDatabase) => ({
  toSend: await countAttachmentsToSend(database),
  damaged: await countDamagedAttachments(database),
})

/** Photos and drawings of returns that are still to be sent, or can't be. */
export const Pictures = () => {
  const pictures = useQuery(readPictures, undefined)
  if (pictures === null || pictures.toSend + pictures.damaged === 0) return null
  return (
    <>
      <h2>Photos and signatures</h2>
      {pictures.toSend === 0 ? null : (
        <p>{counted(pictures.toSend)} to send. They go after their answers, and go on where they stopped.</p>
      )}
      {pictures.damaged === 0 ? null : (
        <p>{counted(pictures.damaged)} cannot be sent: the storage of this device has damaged what was saved.</p>
      )}
    </>
  )
}

const counted = (count: number): string => `${count} ${count === 1 ? 'photo or signature' : 'photos or signatures'}`
