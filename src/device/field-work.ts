import { readStorageState, type StorageState } from './storage-state.ts'

/** What a browser tells of itself, for a test to give instead: {@link browserPorts} in a page. */
export interface BrowserPorts {
  /** `navigator.storage`, with its file system; missing in old browsers and on pages without https. */
  readonly storage:
    | Pick<StorageManager, 'persisted' | 'persist' | 'estimate' | 'getDirectory'>
    | Omit<StorageManager, 'getDirectory'>
    | undefined
  readonly userAgent: string
  readonly maxTouchPoints: number
  /** Whether the app was opened from its own icon: `display-mode: standalone`, or Safari's `navigator.standalone`. */
  readonly ownWindow: boolean
}

/** What decides whether a device is fit to be handed to a family. */
export interface FieldWorkFacts {
  readonly storage: StorageState
  /**
   * Whether files can be kept beside the database. Safari and Firefox refuse it in a private window. Chromium 156
   * allows it there, with the same quota as anywhere: a private window of Chromium can't be told from an ordinary one.
   */
  readonly keepsFiles: boolean
  /** An iPad or an iPhone: its Safari clears what a tab keeps after seven days without a visit. */
  readonly apple: boolean
  readonly ownWindow: boolean
}

export interface FieldWorkWarning {
  readonly kind: 'keeps-nothing' | 'not-on-home-screen' | 'nearly-full'
  /** What it means and what to do, in two or three sentences for staff. */
  readonly words: string
  /** What it does to handing the tablet to a family: nothing, it waits for staff to say yes, or it is refused. */
  readonly stops: 'no' | 'until-confirmed' | 'yes'
}

/** Of the space that the browser gives. */
const nearlyFull = 0.8

/** Whether at least four fifths of the space that the browser gives is used. False where the browser does not say. */
export const isNearlyFull = ({ used, quota }: StorageState): boolean =>
  used !== null && quota !== null && quota > 0 && used / quota >= nearlyFull

/**
 * What staff must know before a family is handed this device, the worst first; nothing where all is well.
 *
 * @example fieldWorkWarnings(await readFieldWorkFacts(ports)).some(({ stops }) => stops === 'yes')
 */
export const fieldWorkWarnings = ({
  storage,
  keepsFiles,
  apple,
  ownWindow,
}: FieldWorkFacts): readonly FieldWorkWarning[] => [
  ...(keepsFiles ? [] : [warnings['keeps-nothing']]),
  ...(apple && !ownWindow ? [warnings['not-on-home-screen']] : []),
  ...(isNearlyFull(storage) ? [warnings['nearly-full']] : []),
]

const warnings: { readonly [K in FieldWorkWarning['kind']]: FieldWorkWarning & { readonly kind: K } } = {
  'keeps-nothing': {
    kind: 'keeps-nothing',
    words:
      'This browser may forget the answers when the window is closed. This is often a private window. Open Proforma in an ordinary window.',
    stops: 'yes',
  },
  'not-on-home-screen': {
    kind: 'not-on-home-screen',
    words:
      'Proforma is open in a browser tab. Safari clears what a tab keeps after 7 days without a visit. Add Proforma to the Home Screen and open it from there.',
    stops: 'until-confirmed',
  },
  'nearly-full': {
    kind: 'nearly-full',
    words: 'The space for Proforma on this device is nearly full. Send what waits, and free some space.',
    stops: 'no',
  },
}

/** Asks the browser. Never fails: what it does not say is told as not known, and what it refuses as refused. */
export const readFieldWorkFacts = async ({
  storage,
  userAgent,
  maxTouchPoints,
  ownWindow,
}: BrowserPorts): Promise<FieldWorkFacts> => ({
  storage: await readStorageState(storage),
  keepsFiles: await canKeepFiles(storage),
  // An iPad calls itself a Mac; no Mac has a touch screen.
  apple: /iPad|iPhone|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1),
  ownWindow,
})

const canKeepFiles = async (storage: BrowserPorts['storage']): Promise<boolean> => {
  // A browser too old to have it is not a private window.
  if (storage === undefined || !('getDirectory' in storage)) return true
  try {
    await storage.getDirectory()
    return true
  } catch {
    return false
  }
}

/** The ports of a real browser. */
export const browserPorts = (): BrowserPorts => ({
  storage: navigator.storage,
  userAgent: navigator.userAgent,
  maxTouchPoints: navigator.maxTouchPoints,
  ownWindow:
    matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches ||
    ('standalone' in navigator && navigator.standalone === true),
})
