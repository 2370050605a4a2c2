/** What a command comes to: text for the output and exit status 0, with a warning
 * for the error output where there is one; or a sentence for the error output and why. */
export type Told =
  | { readonly ok: true; readonly text: string; readonly warning?: string }
  | { readonly ok: false; readonly status: 1 | 2; readonly reason: string }

/** Something in a file or on the machine is wrong. */
export const failed = (reason: string): Told & { readonly ok: false } => ({ ok: false, status: 1, reason })

/** The command was written wrongly. */
export const misused = (reason: string): Told & { readonly ok: false } => ({
  ok: false,
  status: 2,
  reason: `${reason} See: proforma --help`,
})
