import type { RefusalKind } from '@roster/domain'
import type { Source } from '../site/page.ts'

/** What a kind of refusal tells whoever gets it. */
const KINDS: Readonly<Record<RefusalKind, { readonly title: string; readonly about: string }>> = {
  invalid: { title: 'The input is wrong', about: 'Mend the field that is named and send it again.' },
  unauthenticated: { title: 'Nobody is signed in', about: 'Sign in, or send a key that is valid.' },
  forbidden: { title: 'It is not allowed', about: 'Whoever calls may know of it, and may not do it.' },
  'not-found': {
    title: 'It is not there',
    about: 'It does not exist, or whoever calls may not know of it: the answer is the same.',
  },
  conflict: { title: 'It does not go together', about: 'Something else has to change first.' },
  gone: { title: 'It is over', about: 'It was there and is closed; trying again changes nothing.' },
  precondition: {
    title: 'It is not as expected any more',
    about: 'Somebody else changed it meanwhile. Read it again, then decide.',
  },
  unprocessable: {
    title: 'It contradicts an earlier call',
    about: 'It is well formed and cannot be carried out as it is.',
  },
  'too-large': { title: 'It is too much', about: 'Send it in parts.' },
  'too-many': { title: 'It is too often', about: 'Wait for as long as the answer says.' },
  unavailable: { title: 'It does not work at the moment', about: 'Nothing was changed; try again later.' },
}

/**
 * One page of every way Roster says no, each under its stable code as the anchor: `type` of a problem answer
 * (RFC 9457) leads there.
 */
export function problemsPage(
  refusals: Readonly<Record<string, readonly [kind: RefusalKind, sentence: string, ...unknown[]]>>,
  status: (kind: RefusalKind) => number,
  http: Readonly<Record<string, readonly [status: number, sentence: string]>>,
): Source {
  const kinds = [...new Set(Object.values(refusals).map(([kind]) => kind))]
  const sections = kinds.map((kind) => {
    const entries = Object.entries(refusals)
      .filter(([, refusal]) => refusal[0] === kind)
      .map(([code, [, sentence]]) => `### \`${code}\`\n\n${sentence.replace(/\{(\w+)\}/g, '*$1*')}\n`)
    return `## ${KINDS[kind].title}: ${status(kind)}\n\n${KINDS[kind].about}\n\n${entries.join('\n')}`
  })
  const before = Object.entries(http).map(
    ([code, [answer, sentence]]) => `### \`${code}\`\n\n${answer}. ${sentence}\n`,
  )
  return {
    path: 'reference/problems',
    group: 'Reference',
    order: 830,
    description:
      'Every refusal by its code, with the HTTP status and the sentence that people and programs read.',
    markdown: `# Problems\n\nRoster refuses in whole sentences that say what to do next, with a code that does not change. Page and program get the same ones. Words in italics are filled in.\n\n${sections.join('\n')}\n## Before any rule is asked\n\nWhat HTTP itself refuses, of the REST API.\n\n${before.join('\n')}`,
  }
}
