/** What an organization calls a project, within a sentence and at its beginning. */
export type ProjectLabel = { one: string; many: string; One: string; Many: string }

/** The label as it stands in a sentence, with its forms for a beginning. */
export function labelOf({ one, many }: { one: string; many: string }): ProjectLabel {
  return { one, many, One: sentenceCase(one), Many: sentenceCase(many) }
}

/** "a project", "an initiative". */
export function aOf({ one }: Pick<ProjectLabel, 'one'>): string {
  return `${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}`
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
