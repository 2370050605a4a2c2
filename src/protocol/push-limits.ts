/** How much one push holds: revisions, and bytes of its body. Alone here: a first screen needs it, and no more of the protocol. */
export const pushLimits = { revisions: 100, bytes: 1024 * 1024 } as const
