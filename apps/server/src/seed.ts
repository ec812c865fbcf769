import { Activity, Changes, type Deps, Downloads, idGenerator, linkKey, openDatabase } from '@roster/api'
import { loadConfiguration } from './configuration.ts'
import { openDataDirectory } from './data-directory.ts'
import { HISTORY_MS, tellStory } from './demo/story.ts'
import { town } from './demo/town.ts'

/** `npm run seed`: fills an empty data directory with a demo organization and says how to sign in. */
const configuration = loadConfiguration()
const data = openDataDirectory(configuration.data)
const database = openDatabase(data.database)
const present = Date.now()
const turnable = { now: present - HISTORY_MS }
const clock = () => turnable.now
const deps: Deps = {
  reader: database.reader,
  writer: database.writer,
  clock,
  newId: idGenerator(clock),
  links: linkKey(data.key),
  changes: new Changes(),
  activity: new Activity(),
  downloads: new Downloads(),
  mailbox: null,
  instance: {
    url: configuration.url ?? `http://localhost:${configuration.port}`,
    signUp: configuration.signUp,
    createOrganizations: configuration.createOrganizations,
    mail: 'smtp',
    version: 'demo',
  },
}
try {
  const { email, password, members } = await tellStory(town(deps, turnable), present)
  process.stdout.write(
    `\n  Acme is there, with ${members} people and nine months of history.\n` +
      `  Start Roster and sign in as ${email} with the password ${password}\n` +
      '  (everybody in the demo has the same one).\n\n',
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await database.close()
  data.release()
}
