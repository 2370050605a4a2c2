import type { Choice, Definition, Element, Question, Text } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'

const said = (english: string, welsh: string, urdu: string): Text => ({ default: english, cy: welsh, ur: urdu })

const yes: Choice = { value: 'yes', text: said('Yes', 'Ydw', 'ہاں') }
const no: Choice = { value: 'no', text: said('No', 'Nac ydw', 'نہیں') }
const notSure: Choice = { value: 'not_sure', text: said('Not sure', 'Ddim yn siŵr', 'یقین نہیں'), role: 'not-sure' }
const yesNoNotSure = [yes, no, notSure]

const howWell: readonly Choice[] = [
  { value: 1, text: said('Very badly', 'Gwael iawn', 'بہت برا') },
  { value: 2, text: said('Badly', 'Gwael', 'برا') },
  { value: 3, text: said('Neither well nor badly', 'Ddim yn dda nac yn wael', 'نہ اچھا نہ برا') },
  { value: 4, text: said('Well', 'Da', 'اچھا') },
  { value: 5, text: said('Very well', 'Da iawn', 'بہت اچھا') },
]

/** Each kind by a short name, in the order in which they are asked. */
const asked = {
  choice: {
    type: 'radiogroup',
    name: 'who',
    title: said('Who are you to the child?', 'Pwy ydych chi i’r plentyn?', 'آپ بچے کے کیا لگتے ہیں؟'),
    choices: [
      { value: 'parent', text: said('Mother or father', 'Mam neu dad', 'ماں یا باپ') },
      {
        value: 'carer',
        text: said('Grandparent or other carer', 'Nain, taid neu ofalwr arall', 'دادا دادی یا دیکھ بھال کرنے والے'),
      },
      {
        value: 'refused',
        text: said('Prefer not to say', 'Gwell gen i beidio â dweud', 'بتانا نہیں چاہتے'),
        role: 'refused',
      },
    ],
  },
  tickAll: {
    type: 'checkbox',
    name: 'used',
    title: said(
      'What have you used this year?',
      'Beth ydych chi wedi’i ddefnyddio eleni?',
      'اس سال آپ نے کیا استعمال کیا؟',
    ),
    description: said('Tick all that apply.', 'Ticiwch bob un sy’n gymwys.', 'جو درست ہوں سب چنیں۔'),
    choices: [
      { value: 'centre', text: said('The family centre', 'Y ganolfan deulu', 'فیملی سینٹر') },
      { value: 'helpline', text: said('The helpline', 'Y llinell gymorth', 'ہیلپ لائن') },
      { value: 'none', text: said('None of these', 'Dim un o’r rhain', 'ان میں سے کوئی نہیں'), role: 'none' },
    ],
  },
  yesNo: {
    type: 'radiogroup',
    name: 'again',
    title: said('Would you come again?', 'Fyddech chi’n dod eto?', 'کیا آپ دوبارہ آئیں گے؟'),
    choices: yesNoNotSure,
    proforma: { prompts: 'Say that a no helps us just as much.' },
  },
  grid: {
    type: 'matrix',
    name: 'support',
    title: said('Did these help you?', 'A wnaeth y rhain eich helpu?', 'کیا ان سے آپ کو مدد ملی؟'),
    eachRowRequired: true,
    columns: yesNoNotSure,
    rows: [
      { value: 'visits', text: said('Visits at home', 'Ymweliadau cartref', 'گھر پر ملاقاتیں') },
      { value: 'play', text: said('Play sessions', 'Sesiynau chwarae', 'کھیل کے سیشن') },
    ],
  },
  otherWords: {
    type: 'text',
    name: 'other_words',
    title: said('What else did you try?', 'Beth arall wnaethoch chi roi cynnig arno?', 'آپ نے اور کیا آزمایا؟'),
  },
  otherRow: {
    type: 'radiogroup',
    name: 'other_help',
    title: said('Did that help you?', 'A wnaeth hynny eich helpu?', 'کیا اس سے مدد ملی؟'),
    visibleIf: '{other_words} notempty',
    choices: yesNoNotSure,
    proforma: { openEnded: { of: 'support', words: 'other_words' } },
  },
  scaleWords: {
    type: 'rating',
    name: 'listened',
    title: said('How well did we listen?', 'Pa mor dda wnaethon ni wrando?', 'ہم نے کتنی اچھی طرح سنا؟'),
    rateValues: howWell,
  },
  scaleSmileys: {
    type: 'rating',
    name: 'felt',
    title: said('How did you feel afterwards?', 'Sut oeddech chi’n teimlo wedyn?', 'بعد میں آپ کو کیسا لگا؟'),
    rateValues: howWell,
    proforma: { scale: 'smileys' },
  },
  number: {
    type: 'text',
    name: 'weeks',
    title: said('For how long have you come?', 'Ers faint ydych chi wedi dod?', 'آپ کتنے عرصے سے آ رہے ہیں؟'),
    inputType: 'number',
    min: 0,
    max: 500,
    proforma: { unit: said('weeks', 'wythnos', 'ہفتے') },
  },
  date: {
    type: 'text',
    name: 'first',
    title: said('When did you first come?', 'Pryd ddaethoch chi gyntaf?', 'آپ پہلی بار کب آئے؟'),
    inputType: 'date',
  },
  short: {
    type: 'text',
    name: 'worker',
    title: said('What is the name of your worker?', 'Beth yw enw eich gweithiwr?', 'آپ کے کارکن کا نام کیا ہے؟'),
  },
  long: {
    type: 'comment',
    name: 'better',
    title: said('What could we do better?', 'Beth allen ni ei wneud yn well?', 'ہم کیا بہتر کر سکتے ہیں؟'),
  },
  group: {
    type: 'paneldynamic',
    name: 'children',
    title: said(
      'Who are the children in your home?',
      'Pwy yw’r plant yn eich cartref?',
      'آپ کے گھر میں کون سے بچے ہیں؟',
    ),
    proforma: { each: said('Child', 'Plentyn', 'بچہ') },
    templateElements: [
      { type: 'text', name: 'child_name', title: said('First name', 'Enw cyntaf', 'پہلا نام'), isRequired: true },
      {
        type: 'text',
        name: 'age',
        title: said(
          'How old is {panel.child_name}?',
          'Faint yw oed {panel.child_name}?',
          '{panel.child_name} کی عمر کیا ہے؟',
        ),
        inputType: 'number',
        min: 0,
        max: 18,
        proforma: { unit: said('years', 'oed', 'سال') },
      },
    ],
  },
  photo: {
    type: 'file',
    name: 'stairs',
    title: said('Show the stairs', 'Dangoswch y grisiau', 'سیڑھیاں دکھائیں'),
  },
  signature: {
    type: 'signaturepad',
    name: 'signed',
    title: said('Who agreed to this visit?', 'Pwy gytunodd i’r ymweliad hwn?', 'اس ملاقات پر کون راضی ہوا؟'),
  },
} as const satisfies { readonly [kind: string]: Question }

export type Kind = 'consent' | keyof typeof asked

/** The kinds in the order in which they are asked. */
export const kinds = ['consent', ...Object.keys(asked)] as readonly Kind[]

/** Which kinds stay open to be left out: what is named is named by choice, and a photo needs a camera. */
const optional: ReadonlySet<string> = new Set(['otherWords', 'photo'])

const consent: Question = {
  type: 'radiogroup',
  name: 'consent',
  title: said('Are you happy to answer?', 'Ydych chi’n fodlon ateb?', 'کیا آپ جواب دینے پر راضی ہیں؟'),
  isRequired: true,
  choices: [
    { value: 'yes', text: said('Yes, I am happy to answer', 'Ydw, rwy’n fodlon ateb', 'جی ہاں، میں راضی ہوں') },
    { value: 'no', text: said('No, I do not want to', 'Nac ydw, dydw i ddim eisiau', 'نہیں، میں نہیں چاہتا') },
  ],
  proforma: { consent: true },
}

const all = (names: readonly (keyof typeof asked)[]): readonly Element[] =>
  names.map((name) => ({ ...asked[name], ...(optional.has(name) ? {} : { isRequired: true }) }))

const page = (name: string, title: Text, names: readonly (keyof typeof asked)[]) => ({
  name,
  title,
  visibleIf: "{consent} = 'yes'",
  elements: all(names),
})

/** A survey with a question of each kind, required where it can be, in English, Welsh and Urdu. */
export const everyKind: Definition = {
  proforma: {
    id: 'every-kind' as SurveyId,
    units: 'people',
    audience: 'Families',
    minutes: 6,
    privacy: said(
      'We ask so that visits get better.',
      'Rydym yn gofyn er mwyn gwella ymweliadau.',
      'ہم اس لیے پوچھتے ہیں کہ ملاقاتیں بہتر ہوں۔',
    ),
    languages: ['cy', 'ur'],
    machineMade: ['cy', 'ur'],
  },
  title: said('A visit, from every side', 'Ymweliad, o bob ochr', 'ایک ملاقات، ہر پہلو سے'),
  pages: [
    { name: 'start', elements: [consent] },
    {
      ...page('you', said('About you', 'Amdanoch chi', 'آپ کے بارے میں'), ['choice', 'tickAll', 'yesNo']),
      description: said('There are no wrong answers.', 'Does dim atebion anghywir.', 'کوئی جواب غلط نہیں۔'),
    },
    page('help', said('What helped', 'Beth helpodd', 'کس سے مدد ملی'), ['grid', 'otherWords', 'otherRow']),
    page('felt_page', said('How it was', 'Sut oedd hi', 'کیسا رہا'), ['scaleWords', 'scaleSmileys']),
    page('facts', said('The facts', 'Y ffeithiau', 'حقائق'), ['number', 'date', 'short', 'long']),
    page('home', said('Your home', 'Eich cartref', 'آپ کا گھر'), ['group', 'photo', 'signature']),
  ],
}
