/** What a column of an imported file can say about a person. */
export const IMPORT_FIELDS = [
  'recipient',
  'name',
  'role',
  'groups',
  'projects',
  'project',
  'projectRole',
  'message',
  'expiry',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** The field of each column, in order; null for a column that is left out. */
export type ImportMapping = readonly (ImportField | null)[]

/** What columns are called, folded to letters and digits; the first ones are meant the most clearly. */
const CALLED: Readonly<Record<ImportField, readonly string[]>> = {
  recipient: [
    ...['email', 'emailaddress', 'mail', 'mailaddress', 'eaddress', 'workemail', 'emailorusername'],
    ...['username', 'user', 'login', 'handle', 'account', 'recipient', 'address'],
  ],
  name: ['name', 'fullname', 'displayname', 'person'],
  role: ['role', 'organizationrole', 'orgrole', 'rolename'],
  groups: ['groups', 'group', 'teams', 'team', 'departments', 'department'],
  projects: ['projects', 'projectroles', 'projectsandroles', 'access'],
  project: ['project', 'projectname', 'workspace'],
  projectRole: ['projectrole', 'roleinproject', 'roleinworkspace', 'workspacerole'],
  message: ['message', 'note', 'notes', 'comment', 'text'],
  expiry: ['expiry', 'expirydays', 'expires', 'expiresat', 'expiresin', 'validuntil', 'validfor'],
}

/** Whether the first line names the columns: nothing in it is an address, and somewhere below something is. */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = records
  if (first.some((cell) => cell.includes('@'))) return false
  const recognized = guessFields(first, []).some((field) => field !== null)
  return recognized || others.some((record) => record.some((cell) => cell.includes('@')))
}

/**
 * What each column most likely says: by its heading, and for whom it is about also by what stands below, where most
 * cells that say something are addresses. No field is guessed twice.
 */
export function guessFields(
  headings: readonly string[],
  below: readonly (readonly string[])[],
): ImportMapping {
  const plain = headings.map(plainHeading)
  const mapping: (ImportField | null)[] = headings.map(() => null)
  for (const field of IMPORT_FIELDS) {
    const best = CALLED[field].map((word) => plain.indexOf(word)).find((index) => index >= 0)
    if (best !== undefined && mapping[best] === null) mapping[best] = field
  }
  const named = mapping.indexOf('recipient')
  const addresses = columnOfAddresses(headings.length, below)
  // What holds addresses is about whom, unless a heading says so of another column that does, too.
  if (addresses !== null && (named < 0 || !holdsAddresses(below, named))) {
    if (named >= 0) mapping[named] = null
    mapping[addresses] = 'recipient'
  }
  return mapping
}

function columnOfAddresses(columns: number, below: readonly (readonly string[])[]): number | null {
  for (let column = 0; column < columns; column++) if (holdsAddresses(below, column)) return column
  return null
}

function holdsAddresses(below: readonly (readonly string[])[], column: number): boolean {
  const said = below.map((record) => record[column]?.trim() ?? '').filter((cell) => cell !== '')
  return said.length > 0 && said.filter((cell) => /[^\s@]@[^\s@]+\./.test(cell)).length * 2 > said.length
}

function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
