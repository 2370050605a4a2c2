import { useEffect, useState } from 'react'
import type { AttachmentReference } from '../../response/attachment.ts'
import { useAttachmentKeeper } from './attachment-keeper.ts'

interface PictureProps {
  readonly reference: AttachmentReference
  readonly alt: string
  /** Said in its place where its bytes are on another device. */
  readonly missing: string
  readonly className: string | undefined
}

/** A photo or a drawing that an answer names. Its address is revoked when it leaves the screen. */
export const Picture = ({ reference: { sha256, width, height }, alt, missing, className }: PictureProps) => {
  const keeper = useAttachmentKeeper()
  const [address, setAddress] = useState<{ readonly url: string | null } | null>(null)
  useEffect(() => {
    let made: string | null = null
    let current = true
    const read = async (): Promise<void> => {
      const blob = await keeper.read(sha256)
      if (!current) return
      made = blob === null ? null : URL.createObjectURL(blob)
      setAddress({ url: made })
    }
    void read()
    return () => {
      current = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [keeper, sha256])
  if (address !== null && address.url === null) return <span className={className}>{missing}</span>
  // Without an address it keeps its room, so that nothing moves when it comes.
  return <img className={className} src={address?.url ?? undefined} width={width} height={height} alt={alt} />
}
