import { Refusal } from '@roster/domain'

/** A rule of the domain as a form asks it while one types: fine, or the refusal's sentence. */
export function ruled(rule: (text: string) => unknown): (text: string) => true | string {
  return (text) => {
    const answer = rule(text)
    return answer instanceof Refusal ? answer.message : true
  }
}
