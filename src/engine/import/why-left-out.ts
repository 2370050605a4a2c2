/** Why a kind of question is not taken, by its type in SurveyJS. */
const types: { readonly [type: string]: string } = {
  html: 'It can run code. Put its words into a question or a section heading.',
  image: 'It brings a picture from elsewhere.',
  imagemap: 'It brings a picture from elsewhere.',
  imagepicker: 'Its answers are pictures. Ask for one choice, in words.',
  ranking: 'Putting things in order is not counted here. Ask for the first choice, or rate each thing in a grid.',
  slider: 'It records an answer when somebody only passes over it. Ask for a number or a scale.',
  expression: 'It works out a value. Nothing is worked out while somebody answers.',
  matrixdropdown: 'Its cells are different questions. Make a grid for each column.',
  matrixdynamic: 'People add rows to it. Make a fixed number of questions.',
  flowpanel: 'Its questions stand inside a sentence. Ask each as a question of its own.',
}

export const whyNotType = (type: string): string =>
  Object.hasOwn(types, type) ? (types[type] ?? '') : `Proforma has no kind of question called “${type}”.`

/** Why a setting is not taken, by its name in SurveyJS. */
const settings: readonly (readonly [RegExp, string])[] = [
  [/^default/, 'It would look like an answer that somebody gave.'],
  [
    /^(?:choicesByUrl|navigateTo|.*Url$|logo|.*Image.*|image.*|.*Link$)/,
    'It sends to, or brings from, somewhere else.',
  ],
  [/[Hh]tml/, 'It can run code.'],
  [
    /^(?:triggers|calculatedValues|setValue|resetValue|.*Expression$|.*If$)/,
    'It works something out while somebody answers. Only “ask if” rules are kept.',
  ],
  [/^validators$/, 'Only “required”, the least and most of a number or date, and the length of a text are checked.'],
  [/^(?:mask|autocomplete|placeholder|.*[Pp]laceholder)/, 'It changes what is typed, or looks like an answer.'],
  [/^correctAnswer$/, 'There are no right or wrong answers here.'],
  [/^readOnly$/, 'A question can be answered always.'],
  [
    /^(?:width|min[WH]|max[WH]|indent|.*[Ww]idth|colCount|titleLocation|descriptionLocation|state|startWithNewLine|show|css|theme|.*Location|.*Align.*|.*Mode|.*Text|.*[Cc]aption|.*Title)/,
    'The look is the same in every survey.',
  ],
]

export const whyNotSetting = (name: string): string =>
  settings.find(([pattern]) => pattern.test(name))?.[1] ?? 'Proforma has no such setting.'
