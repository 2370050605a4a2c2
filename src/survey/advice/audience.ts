import type { Definition } from '../definition.ts'

const professional =
  /\b(?:practitioners?|officers?|professionals?|managers?|leads?|heads?|teachers?|staff|workers?|coordinators?|co-ordinators?|commissioners?|authorit(?:y|ies)|organisations?|schools|researchers?)\b/i

/** Whether those who answer know the words of the field: organisations, or an audience that is named by its work. */
export const isForProfessionals = ({ proforma }: Definition): boolean =>
  proforma.units === 'organisations' || professional.test(proforma.audience)
