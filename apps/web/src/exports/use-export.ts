import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'

type Prepare = Parameters<ReturnType<typeof trpc.exports.prepare.useMutation>['mutate']>[0]
/** What to export, and by which filters. */
export type ExportOf = Omit<Prepare, 'organization' | 'format'>
export type ExportFormat = Prepare['format']

/** Prepares an export and lets the browser fetch it, which streams it to the disk. */
export function useExport(): (of: ExportOf, format: ExportFormat) => Promise<void> {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  return async (of, format) => {
    try {
      const { name } = await utils.client.exports.prepare.mutate({ organization, ...of, format })
      download(`/exports/${name}`)
      notify({ message: 'The export is on its way to your downloads.' })
      void utils.audit.invalidate()
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
    }
  }
}

/** The answer names the file and is never shown, so the page stays. */
function download(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}
