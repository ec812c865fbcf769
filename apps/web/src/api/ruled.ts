import { Refusal } from '@roster/domain'

/**
 * A rule of the domain as a form asks it while one types: fine, or the refusal's sentence. An empty field is not
 * judged but asked for, with `empty`.
 */
export function ruled(rule: (text: string) => unknown, empty: string): (text: string) => true | string {
  return (text) => {
    if (text.trim() === '') return empty
    const answer = rule(text)
    return answer instanceof Refusal ? answer.message : true
  }
}
