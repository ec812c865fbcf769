// Adds up what the packages' test runs reported. Each leaves a report; turbo brings it back with a cached result.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

const REPORT = '.vitest/report.json'

/** What each package's vitest is given: a report where the tally looks, and patience, since a busy machine is no fault. */
export const reporterArguments = [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
  '--testTimeout=60000',
]

function testedPackages(root) {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => {
        const manifest = join(folder, 'package.json')
        return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.test !== undefined
      }),
  )
}

/** Forgets the last run, so that a package which reports nothing cannot pass on an old report. */
export function clearTally(root) {
  for (const folder of testedPackages(root)) rmSync(join(folder, REPORT), { force: true })
}

/** The names of the tests that failed, each with its file. */
const failuresOf = (report, root) =>
  report.testResults.flatMap((result) =>
    result.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${relative(root, result.name)} > ${test.fullName}`),
  )

/**
 * Names every failure again, so that it is found without reading the whole run, and prints `N passed, N failed` as
 * the last line. A package without a report and a file that did not load count as one failure each, and a run that
 * failed without naming a test as one.
 */
export function printTally(root, exitCode) {
  let passed = 0
  let failed = 0
  for (const folder of testedPackages(root)) {
    const file = join(folder, REPORT)
    if (!existsSync(file)) {
      console.log(`No test report from ${folder.slice(root.length + 1)}`)
      failed += 1
      continue
    }
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const brokenFiles = report.testResults.filter(
      (result) =>
        result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
    )
    for (const file of brokenFiles) console.log(`Failed to load: ${relative(root, file.name)}`)
    for (const name of failuresOf(report, root)) console.log(`Failed: ${name}`)
    passed += report.numPassedTests
    failed += report.numFailedTests + brokenFiles.length
  }
  if (exitCode !== 0 && failed === 0) failed = 1
  console.log(`${passed} passed, ${failed} failed`)
  return { passed, failed }
}
