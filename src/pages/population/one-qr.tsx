import { qrCode } from './qr-code.ts'

/** A link as a QR code. The link stands beside it in letters. */
export const OneQr = ({ link }: { readonly link: string }) => (
  <img alt="" width={160} height={160} src={`data:image/svg+xml,${encodeURIComponent(qrCode(link))}`} />
)
