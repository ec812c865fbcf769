import { accountName, LONGEST_ACCOUNT_DESCRIPTION } from '@roster/domain'
import { FreeText, IdOf, inOrganization, ruled } from '../platform/input.ts'

/** A service account of an organization, by its id. */
export const theAccount = inOrganization({ serviceAccount: IdOf('svc') })

/** What can be said of one. */
export const AccountName = ruled(accountName)
export const AccountDescription = FreeText(LONGEST_ACCOUNT_DESCRIPTION)
