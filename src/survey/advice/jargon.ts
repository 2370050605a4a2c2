import { textIn } from '../text.ts'
import { placedWordings } from '../placed-wordings.ts'
import { isForProfessionals } from './audience.ts'
import { plainWords } from './asked-words.ts'
import type { Check } from './finding.ts'

/** Words of children's services and of research, and what families call the same thing. */
const plainly: readonly (readonly [RegExp, string])[] = [
  [/\bCAFs?\b/, 'the assessment of what help your family needs'],
  [/\bTA[CF]\b|\bteam around the (?:child|family)\b/i, 'the meeting with the people who help your family'],
  [/\bmulti-?agency\b|\binter-?agency\b|\bpartnership working\b/i, 'different services working together'],
  [/\bsafeguard(?:ing|ed)?\b/i, 'keeping children safe'],
  [/\blead professional\b|\bkey ?worker\b/i, 'the person who kept in touch with you'],
  [/\bservice users?\b|\bclients?\b|\bstakeholders?\b|\bbeneficiar(?:y|ies)\b/i, 'people, families, or who they are'],
  [/\binterventions?\b|\bprovision\b/i, 'the help you got'],
  [/\bsign-?post(?:ed|ing)?\b/i, 'told where else to get help'],
  [/\breferrals?\b|\breferred\b/i, 'asked another service to help you'],
  [/\bthresholds?\b/i, 'who can get this help'],
  [/\bholistic\b/i, 'looking at your whole life'],
  [/\boutcomes?\b/i, 'what changed'],
  [/\bengag(?:e|ed|ement|ing) with\b|\bengagement\b/i, 'took part in, talked to'],
  [/\bNEET\b/, 'not in school, college, training or work'],
  [/\bSENCOs?\b|\bSEND?\b/, 'special educational needs'],
  [/\bCAMHS\b/, 'the mental health service for young people'],
  [/\bearly help\b|\bearly intervention\b/i, 'help before things get worse'],
  [
    /\bsocial capital\b|\bresilience\b|\bempower(?:ed|ing|ment)?\b/i,
    'what you can do now that you could not do before',
  ],
  [/\bpathways?\b|\bstep(?:ped)?[- ]down\b|\bstep(?:ped)?[- ]up\b/i, 'the next steps'],
  [/\buniversal services?\b|\btargeted services?\b|\btier \d\b/i, 'the name of the service'],
  [/\bco-?produc(?:ed|tion)\b|\bco-?design(?:ed)?\b/i, 'made together with you'],
  [/\bkey stages?\b/i, 'the school year'],
  [/\bdomestic abuse perpetrators?\b|\bperpetrators?\b/i, 'the person who hurt you'],
  [/\bparenting capacity\b|\bneglect\b|\battachment\b/i, 'everyday words for what you saw'],
  [
    /\bimplement(?:ed|ation|ing)?\b|\bfacilitat(?:e|ed|ion|ing)\b|\butilis(?:e|ed|ing|ation)\b|\bcommission(?:ed|ing)?\b/i,
    'put into action, helped, used, or paid for',
  ],
  [
    /\bqualitative\b|\bquantitative\b|\bmethodolog(?:y|ies)\b|\binstruments?\b|\bcohorts?\b/i,
    'say what was asked, how and of whom',
  ],
]

/** Words of the field in a form for people outside it. */
export const jargon: Check = (definition) => {
  if (isForProfessionals(definition)) return []
  return placedWordings(definition)
    .filter(({ part }) => part !== 'prompts' && part !== 'privacy')
    .flatMap(({ element, text }) => {
      const words = plainWords(textIn(text))
      const found = plainly
        .map(([pattern, plain]) => [pattern.exec(words)?.[0], plain] as const)
        .find(([word]) => word !== undefined)
      return found === undefined
        ? []
        : [
            {
              question: element,
              judged: textIn(text),
              reason: `“${found[0] ?? ''}” is a word of people who work in this field.`,
              betterWay: `Say it in everyday words: ${found[1]}.`,
            },
          ]
    })
}
