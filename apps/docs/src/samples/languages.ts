/** Languages of blocks that are run or read by the test of samples. */
export const RUN = ['sh', 'ts', 'js', 'python', 'json', 'yaml', 'csv'] as const
export type RunLanguage = (typeof RUN)[number]

/** What is shown and is no sample: output, and files of other programs. */
export const SHOWN: ReadonlySet<string> = new Set(['text', 'ini', 'nginx', 'http', 'sql'])

/** Whether blocks of this language are run or read. */
export function isRun(language: string): language is RunLanguage {
  return RUN.some((one) => one === language)
}
