import { ROLE_GIVEN, snakeCase } from '../names.ts'

/** `ServiceAccounts` of `serviceAccounts`. */
export function pascal(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** The wire name that SDKs give a field that is given: their own for roles, its own for everything else. */
export function givenAs(wire: string): string {
  return wire === ROLE_GIVEN.wire ? snakeCase(ROLE_GIVEN.given) : wire
}
